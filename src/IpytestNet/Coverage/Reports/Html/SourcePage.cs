using System.Globalization;
using System.Text;
using IpytestNet.Coverage.Results;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The page of one cell or file: its source, and what is known of each line.</summary>
internal static class SourcePage
{
    /// <summary>Makes the page.</summary>
    /// <param name="file">The cell or file.</param>
    /// <param name="data">What was measured.</param>
    /// <param name="options">How it looks.</param>
    /// <param name="previous">The page before it, or null.</param>
    /// <param name="next">The page after it, or null.</param>
    public static string Of(FileCoverage file, CoverageData data, CoverageHtmlOptions options, (FileCoverage File, string Name)? previous, (FileCoverage File, string Name)? next)
    {
        var lines = MarkedLine.Of(file);
        var numbers = file.Numbers;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<nav class=\"pages\" aria-label=\"Pages\"><a id=\"to-index\" href=\"{CoverageHtml.IndexName}\">{MarkupText.Encode(options.Title)}</a><span class=\"around\">");
        AppendLink(html, "prev", "←", previous);
        AppendLink(html, "next", "→", next);
        html.Append("</span></nav>\n<header>\n").Append(HtmlFrame.Headline(file.Name));
        AppendFacts(html, file, numbers, data.HasBranches, options.Precision);
        html.Append("</header>\n");
        FunctionList.Append(html, file, data.HasBranches, options.Precision);
        var tests = data.HasContexts ? ContextList.Of(lines) : ContextList.None;
        tests.Append(html);
        AppendTools(html, lines);
        AppendSource(html, file, lines, tests);
        html.Append("<p class=\"keys\"><kbd>j</kbd> <kbd>k</kbd> next and previous missed line · <kbd>r</kbd> <kbd>m</kbd> <kbd>p</kbd> <kbd>x</kbd> show run, missing, partial, excluded · <kbd>[</kbd> <kbd>]</kbd> page before and after · <kbd>u</kbd> all cells and files</p>\n");
        return HtmlFrame.Of($"{file.Name}: {CoverageMarkup.Percent(numbers, options.Precision)}", "source-page", html.ToString());
    }

    private static void AppendLink(StringBuilder html, string relation, string arrow, (FileCoverage File, string Name)? page)
    {
        if (page is not var (file, name))
            return;
        var label = MarkupText.Encode(file.Name);
        html.Append(CultureInfo.InvariantCulture, $"<a rel=\"{relation}\" href=\"{Uri.EscapeDataString(name)}\">{(relation is "prev" ? $"{arrow} {label}" : $"{label} {arrow}")}</a>");
    }

    private static void AppendFacts(StringBuilder html, FileCoverage file, CoverageNumbers numbers, bool hasBranches, int precision)
    {
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"facts\"><b class=\"percent\">{CoverageMarkup.Percent(numbers, precision)}</b> {CoverageMarkup.Bar(numbers.Percent)} <span>{numbers.Statements - numbers.MissingStatements:N0} of {CoverageMarkup.Count(numbers.Statements, "line")}");
        if (hasBranches)
            html.Append(CultureInfo.InvariantCulture, $", {numbers.Outcomes - numbers.MissingOutcomes:N0} of {CoverageMarkup.Count(numbers.Outcomes, "outcome")}");
        html.Append("</span></p>\n");
        if (file.Note is not null)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{MarkupText.Encode(file.Note)}</p>\n");
    }

    private static void AppendTools(StringBuilder html, IReadOnlyList<MarkedLine> lines)
    {
        html.Append("<div class=\"tools\" hidden>\n<div class=\"chips\" role=\"group\" aria-label=\"Marks\">");
        foreach (var (state, key) in new[] { (LineState.Run, "r"), (LineState.Missing, "m"), (LineState.Partial, "p"), (LineState.Excluded, "x") })
        {
            var word = CoverageMarkup.Word(state);
            html.Append(CultureInfo.InvariantCulture, $"<button type=\"button\" class=\"chip mark-{word}\" data-state=\"{word}\" aria-pressed=\"true\" title=\"Mark or not (key {key})\"><span aria-hidden=\"true\">{CoverageMarkup.Character(state)}</span> <b>{lines.Count(line => line.State == state):N0}</b> {word}</button>");
        }

        html.Append("""
            </div>
            <span class="steps"><button type="button" id="back" title="Previous missed line (key k)">↑</button><button type="button" id="forth" title="Next missed line (key j)">↓</button> <span id="place" role="status"></span></span>
            </div>

            """);
    }

    private static void AppendSource(StringBuilder html, FileCoverage file, IReadOnlyList<MarkedLine> lines, ContextList tests)
    {
        var source = new SourceMarkup(file.Name, file.Source);
        html.Append("<main class=\"source\">\n");
        foreach (var line in lines)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"line {CoverageMarkup.Word(line.State)}\" id=\"L{line.Number}\"><a class=\"number\" href=\"#L{line.Number}\">{line.Number}</a>{CoverageMarkup.Sign(line)}<code>{source.Line(line.Number)}</code>");
            html.Append(CoverageMarkup.Reasons(line)).Append(tests.ButtonOf(line)).Append("</div>\n");
        }

        html.Append("</main>\n");
    }
}
