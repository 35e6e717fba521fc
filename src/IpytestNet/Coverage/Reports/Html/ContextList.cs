using System.Globalization;
using System.Text;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The tests that ran lines of a source; each name is written once, and lines refer to it.</summary>
internal sealed class ContextList
{
    private const string RunSuffix = "|run";
    private readonly List<(string Context, int Lines)> _contexts;
    private readonly Dictionary<string, int> _numbers;

    private ContextList(List<(string Context, int Lines)> contexts)
    {
        _contexts = contexts;
        _numbers = contexts.Select((context, i) => (context.Context, i)).ToDictionary(context => context.Context, context => context.i, StringComparer.Ordinal);
    }

    /// <summary>No tests are known.</summary>
    public static ContextList None { get; } = new([]);

    /// <summary>Lists the tests of lines.</summary>
    public static ContextList Of(IReadOnlyList<MarkedLine> lines) => new(
        [.. lines.SelectMany(line => line.Contexts).GroupBy(context => context, StringComparer.Ordinal).OrderBy(group => group.Key, HumanOrder.Comparer).Select(group => (group.Key, group.Count()))]);

    /// <summary>Adds the list, to be opened; nothing if there are no tests.</summary>
    public void Append(StringBuilder html)
    {
        if (_contexts is [])
            return;
        html.Append(CultureInfo.InvariantCulture, $"<details class=\"contexts\"><summary>Run by {CoverageMarkup.Count(_contexts.Count(context => context.Context.Length > 0), "test")}</summary>\n<ol id=\"contexts\">");
        foreach (var (context, count) in _contexts)
            html.Append(CultureInfo.InvariantCulture, $"<li><span class=\"context\">{Name(context)}</span> <span class=\"soft\">{CoverageMarkup.Count(count, "line")}</span></li>");
        html.Append("</ol></details>\n");
    }

    /// <summary>Gives the button that opens the tests of a line; nothing if it has none.</summary>
    public string ButtonOf(MarkedLine line)
    {
        if (_contexts is [] || line.Contexts is [])
            return "";
        var numbers = line.Contexts.Select(context => _numbers[context]).Order();
        var count = line.Contexts.Count(context => context.Length > 0);
        return $"<button type=\"button\" class=\"by\" aria-expanded=\"false\" data-contexts=\"{string.Join(' ', numbers)}\">{(count > 0 ? CoverageMarkup.Count(count, "test") : "cell")}</button>";
    }

    private static string Name(string context) => context.Length == 0
        ? "<em>the run of the cell itself</em>"
        : MarkupText.Encode(context.EndsWith(RunSuffix, StringComparison.Ordinal) ? context[..^RunSuffix.Length] : context);
}
