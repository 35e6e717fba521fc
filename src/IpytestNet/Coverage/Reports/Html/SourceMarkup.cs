using System.Globalization;
using System.Text;
using IpytestNet.Coverage.Results;
using IpytestNet.Reporting;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The source of a cell or file with what became of each line.</summary>
internal static class SourceMarkup
{
    /// <summary>Makes the lines as rows of a table.</summary>
    /// <param name="file">The cell or file.</param>
    /// <param name="hasLinks">Whether line numbers can be linked to, and contexts opened.</param>
    public static string Rows(FileCoverage file, bool hasLinks)
    {
        var html = new StringBuilder();
        var count = SourceLines.Of(file.Source).Count;
        var parsed = count == 0 ? null : ParsedSource.Parse(file.Path ?? "cell.csx", file.Source);
        var lines = file.Lines.ToDictionary(line => line.Number);
        var outcomes = file.Outcomes.ToLookup(outcome => outcome.Line);
        for (var number = 1; number <= count; number++)
        {
            var line = lines.GetValueOrDefault(number);
            var missing = line is { Hits: > 0 } ? outcomes[number].Where(outcome => !outcome.IsTaken).Select(MissingText.Reason).Distinct(StringComparer.Ordinal).ToList() : [];
            var state = StateOf(file, line, missing.Count > 0, number);
            var code = string.Concat(parsed!.Pieces(number, 0).Select(piece => MarkupText.EncodeColored(piece.Ink.Apply(piece.Text))));
            html.Append(Row(number, state, code, missing, hasLinks ? line?.Contexts ?? [] : [], hasLinks, line));
        }

        return html.ToString();
    }

    private static (string Class, string Sign, string Word) StateOf(FileCoverage file, LineCoverage? line, bool isPartial, int number) => line switch
    {
        { Hits: 0 } => ("missing", "!", "did not run"),
        { } when isPartial => ("partial", "~", "ran, but not all of its outcomes came about"),
        { } => ("run", "+", "ran"),
        _ => file.ExcludedLines.Contains(number) ? ("excluded", "-", "excluded") : ("", " ", ""),
    };

    private static string Row(
        int number, (string Class, string Sign, string Word) state, string code, List<string> missing, IReadOnlyList<string> contexts, bool hasLinks, LineCoverage? line)
    {
        var id = hasLinks ? $" id=\"L{number}\"" : "";
        var shown = hasLinks ? $"<a href=\"#L{number}\">{number}</a>" : $"{number}";
        var title = line is { Hits: > 0 } ? string.Create(CultureInfo.InvariantCulture, $"{state.Word} ({line.Hits:N0})") : state.Word;
        var remark = missing.Count > 0 ? $"<span class=\"why\">{MarkupText.Encode(string.Join("; ", missing))}</span>" : "";
        var tests = contexts.Where(context => context.Length > 0).Select(context => context.EndsWith("|run", StringComparison.Ordinal) ? context[..^4] : context).ToList();
        var by = tests.Count > 0
            ? $"<details class=\"tests\"><summary>{CoverageMarkup.Counted(tests.Count, "test", "tests")}</summary><ul>{string.Concat(tests.Select(test => $"<li>{MarkupText.Encode(test)}</li>"))}</ul></details>"
            : "";
        return $"<tr{id}{(state.Class.Length > 0 ? $" class=\"{state.Class}\"" : "")}><td class=\"no\">{shown}</td><td class=\"sign\" title=\"{title}\">{state.Sign}</td><td class=\"code\"><pre>{(code.Length > 0 ? code : " ")}</pre>{remark}{by}</td></tr>\n";
    }
}
