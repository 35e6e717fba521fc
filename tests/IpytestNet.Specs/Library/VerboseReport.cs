using System.Text.RegularExpressions;

namespace IpytestNet.Specs.Library;

/// <summary>Reads reports of <c>-v</c> and of <c>--collect-only -q</c>.</summary>
internal static partial class VerboseReport
{
    /// <summary>The lines of the tests in their order, joined: <c>TestAdd PASSED, TestSub FAILED</c>.</summary>
    public static string Results(this LiveNotebook.Seen seen) => string.Join(
        ", ", ResultLine().Matches(seen.Text).Select(line => $"{line.Groups["name"].Value} {line.Groups["outcome"].Value}"));

    /// <summary>The node ids that were listed, without the notebook, joined.</summary>
    public static string Listed(this LiveNotebook.Seen seen) =>
        string.Join(", ", NodeIdLine().Matches(seen.Text).Select(line => line.Groups["name"].Value));

    [GeneratedRegex(@"^Notebook\.ipynb::(?<name>.+?) (?<outcome>PASSED|FAILED|SKIPPED|ERROR|XFAIL|XPASS)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ResultLine();

    [GeneratedRegex(@"^Notebook\.ipynb::(?<name>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NodeIdLine();
}
