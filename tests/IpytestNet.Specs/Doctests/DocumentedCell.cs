using System.Text.RegularExpressions;

namespace IpytestNet.Specs.Doctests;

/// <summary>Cells with a function whose documentation has the examples of a spec.</summary>
internal static partial class DocumentedCell
{
    /// <summary>What the examples may use.</summary>
    public const string Functions = """
        int Add(int a, int b) => a + b;
        int Fail(string message) => throw new InvalidOperationException(message);
        record Item(string Name, int Count);
        class OwnException(string message) : Exception(message);
        """;

    /// <summary>A cell that documents <c>F</c> with a block of code.</summary>
    public static string Documented(string code, string name = "F") =>
        $"/// <summary>Does something.</summary>\n/// <example><code>\n{Commented(code)}\n/// </code></example>\nvoid {name}() {{ }}";

    /// <summary>The lines as those of a comment.</summary>
    public static string Commented(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => $"/// {line}".TrimEnd()));

    /// <summary>Runs the examples of a notebook that has <see cref="Functions"/> and a documented cell.</summary>
    public static LiveNotebook.Seen Examine(string code, string arguments = "")
    {
        using var notebook = new LiveNotebook().Given(Functions, Documented(code));
        return notebook.Run($"Ipytest.Run(\"--doctest-modules {arguments}\");");
    }

    /// <summary>What the report says of the failures, without its bars.</summary>
    public static string Failures(this LiveNotebook.Seen seen) => FailuresPattern().Match(seen.Text).Groups["failures"].Value;

    [GeneratedRegex(@"=+ (FAILURES|ERRORS) =+\n(?<failures>.*?)=+ short test summary", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex FailuresPattern();
}
