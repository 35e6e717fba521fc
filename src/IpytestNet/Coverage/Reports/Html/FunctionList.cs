using System.Globalization;
using System.Text;
using IpytestNet.Coverage.Results;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The functions of a cell or file with their numbers, in a list to open.</summary>
internal static class FunctionList
{
    /// <summary>Adds the list; nothing if there are no functions.</summary>
    public static void Append(StringBuilder html, FileCoverage file, bool hasBranches, int precision)
    {
        var functions = RegionCoverage.Of(file, types: false)
            .Select(function => (function.Name, function.FirstLine, function.Part.Numbers))
            .Where(function => function.Name.Length > 0 || function.Numbers.Statements > 0)
            .ToList();
        if (functions.TrueForAll(function => function.Name.Length == 0))
            return;
        html.Append(CultureInfo.InvariantCulture, $"<details class=\"functions\"><summary>{CoverageMarkup.Count(functions.Count(function => function.Name.Length > 0), "function")}</summary>\n<table><thead><tr><th scope=\"col\" class=\"name\">Function</th><th scope=\"col\">Lines</th><th scope=\"col\">Missing</th>{(hasBranches ? "<th scope=\"col\">Partial</th>" : "")}<th scope=\"col\" class=\"cover\">Coverage</th></tr></thead><tbody>\n");
        foreach (var (name, first, numbers) in functions)
        {
            var link = name.Length > 0 ? $"<a href=\"#L{first}\">{MarkupText.Encode(name)}</a>" : "<em>outside of functions</em>";
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"name\">{link}</td><td class=\"number\">{numbers.Statements:N0}</td><td class=\"number{(numbers.MissingStatements == 0 ? " zero" : "")}\">{numbers.MissingStatements:N0}</td>");
            if (hasBranches)
                html.Append(CultureInfo.InvariantCulture, $"<td class=\"number{(numbers.PartialOutcomes == 0 ? " zero" : "")}\">{numbers.PartialOutcomes:N0}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"cover\">{CoverageMarkup.Bar(numbers.Percent)}<span class=\"percent\">{CoverageMarkup.Percent(numbers, precision)}</span></td></tr>\n");
        }

        html.Append("</tbody></table></details>\n");
    }
}
