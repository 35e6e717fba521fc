namespace IpytestNet.Testing.Platform.Log;

/// <summary>A failure as the report log has it.</summary>
/// <param name="When">The phase in which it happened: <c>setup</c>, <c>call</c> or <c>teardown</c>.</param>
/// <param name="Message">What the exception says, with the values of an assertion.</param>
/// <param name="Text">The trace with its lines of source, as the notebook shows it; empty if the message is all there is.</param>
/// <param name="Frames">The places on the stack, innermost first.</param>
internal sealed record LoggedFailure(string When, string Message, string Text, IReadOnlyList<LoggedPlace> Frames);
