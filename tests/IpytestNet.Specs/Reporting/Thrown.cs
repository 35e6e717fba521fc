using IpytestNet.Execution;

namespace IpytestNet.Specs.Reporting;

/// <summary>Writes down exceptions in one line; frames are <c>In[3]:4 TestSub</c>, outermost first.</summary>
internal static class Thrown
{
    public static FailedException Assertion(string message, params string[] frames) =>
        Exception("Xunit.Sdk.EqualException", message, frames) with { IsAssertion = true };

    public static FailedException Exception(string type, string message, params string[] frames)
    {
        var native = frames.Reverse().Select(frame => $"   at {Frame(frame).Method}() in {Frame(frame).File}:line {Frame(frame).Line}");
        return new FailedException(type, message, [.. frames.Select(Frame)], string.Join('\n', [$"{type}: {message}", .. native]));
    }

    private static SourceFrame Frame(string text)
    {
        var method = text.LastIndexOf(' ');
        var line = text.LastIndexOf(':', method);
        return new SourceFrame(text[..line], int.Parse(text[(line + 1)..method]), text[(method + 1)..]);
    }
}
