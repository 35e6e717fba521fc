using IpytestNet.Execution;

namespace IpytestNet.Reports;

/// <summary>What a report tells of a failure or an error, all of it text.</summary>
/// <param name="When">The phase: <c>call</c>, <c>setup</c>, <c>teardown</c> or <c>collection</c>.</param>
/// <param name="Message">What the exception says, with the values of an assertion; may have several lines.</param>
/// <param name="Text">The trace with its lines of source, as the terminal shows it.</param>
/// <param name="Place">Where it happened, or null if that is not known.</param>
/// <param name="Failure">The exceptions.</param>
internal sealed record FailureDetail(string When, string Message, string Text, SourceFrame? Place, Failure Failure)
{
    /// <summary>The same as <c>Text</c>, coloured by escape sequences where that was asked for.</summary>
    public string ColoredText { get; init; } = Text;
}
