using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>Makes the exceptions of failed assertions; the code that is generated for <c>Assert(…)</c> calls it.</summary>
public static class Failed
{
    /// <summary>Describes an assertion that did not hold.</summary>
    /// <param name="source">The condition as the user wrote it, on one line.</param>
    /// <param name="message">What the user says about it; a value that is no string is written as a notebook shows it.</param>
    public static AssertionException Assertion(string source, object? message = null)
    {
        var headline = $"Assertion failed: {source}";
        return new AssertionException(message is null ? headline : $"{headline}\n{Indented(message as string ?? ValueText.Of(message))}");
    }

    private static string Indented(string text) => $"  {text.ReplaceLineEndings("\n  ")}";
}
