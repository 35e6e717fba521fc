using System.Text.RegularExpressions;

namespace IpytestNet.Execution;

/// <summary>Turns the names that the compiler and the forwarders give to what is in cells into those that a person wrote.</summary>
internal static partial class CompilerNames
{
    /// <summary>Simplifies the method of a stack frame: <c>Submission#0.CalcTests.Adds(Int32 a)</c> becomes <c>CalcTests.Adds</c>.</summary>
    public static string MethodOf(string method)
    {
        var name = method;
        if (name.Contains("<<Initialize>>", StringComparison.Ordinal) || name.Contains("<Initialize>", StringComparison.Ordinal))
            return "<cell>";
        var arguments = name.IndexOf('(', StringComparison.Ordinal);
        if (arguments > 0)
            name = name[..arguments];
        name = SubmissionPrefix().Replace(name, "");
        name = StateMachine().Replace(name, "${name}");
        name = LocalFunction().Replace(name, "${name}");
        return Lambda().Replace(name, "<lambda>");
    }

    /// <summary>Strips the submission from the name of a type: <c>Submission#0+MyError</c> becomes <c>MyError</c>.</summary>
    public static string TypeOf(string type) => SubmissionPrefix().Replace(type, "").Replace('+', '.');

    /// <summary>Strips the names of submissions and forwarders from a text.</summary>
    public static string Strip(string text) => InText().Replace(text, "");

    [GeneratedRegex(@"\b(Submission#\d+|CellFunctions_\d+)[.+]")]
    private static partial Regex InText();

    [GeneratedRegex(@"^Submission#\d+[.+]")]
    private static partial Regex SubmissionPrefix();

    [GeneratedRegex(@"<(?<name>[^<>]+)>d__\d+\.MoveNext$")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"<[^<>]*>g__(?<name>[^|]+)\|[\d_]+$")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"(<>c(__DisplayClass[\d_]+)?\.)?<[^<>]*>b__[\d_]+$")]
    private static partial Regex Lambda();
}
