using System.Globalization;
using System.Xml.Linq;
using IpytestNet.Coverage.Results;
using IpytestNet.Reports;

namespace IpytestNet.Coverage.Reports;

/// <summary>The report in Cobertura's XML, by its DTD coverage-04.</summary>
internal static class CoberturaXml
{
    /// <summary>Makes the text of the file.</summary>
    /// <param name="data">What was measured; cells should have paths, as <see cref="CellFiles"/> gives them.</param>
    /// <param name="root">The full path of the folder that names of files start from.</param>
    /// <param name="time">When it is made.</param>
    public static string Text(CoverageData data, string root, DateTimeOffset time)
    {
        var sources = new SourceFolders(root, data.Files);
        var packages = data.Files
            .OrderBy(file => file.Name, HumanOrder.Comparer)
            .GroupBy(PackageName)
            .OrderBy(package => package.Key, HumanOrder.Comparer)
            .Select(package => Package(package.Key, [.. package], data.HasBranches, sources));
        var totals = data.Totals;
        return XmlText.Of(new XElement(
            "coverage",
            Rates(totals, data.HasBranches),
            new XAttribute("lines-covered", totals.Statements - totals.MissingStatements),
            new XAttribute("lines-valid", totals.Statements),
            new XAttribute("branches-covered", totals.Outcomes - totals.MissingOutcomes),
            new XAttribute("branches-valid", totals.Outcomes),
            new XAttribute("complexity", 0),
            new XAttribute("version", "ipytest"),
            new XAttribute("timestamp", time.ToUnixTimeMilliseconds()),
            new XElement("sources", sources.Paths.Select(path => new XElement("source", path))),
            new XElement("packages", packages)));
    }

    private static XElement Package(string name, IReadOnlyList<FileCoverage> files, bool hasBranches, SourceFolders sources) => new(
        "package",
        Name(name),
        Rates(files.Aggregate(new CoverageNumbers(), (sum, file) => sum + file.Numbers), hasBranches),
        new XAttribute("complexity", 0),
        new XElement("classes", files.Select(file => Class(file, hasBranches, sources))));

    private static XElement Class(FileCoverage file, bool hasBranches, SourceFolders sources) => new(
        "class",
        Name(IsCell(file) ? file.Name : Segments(file.Name)[^1]),
        new XAttribute("filename", XmlCharacters.Escape(sources.NameOf(file))),
        Rates(file.Numbers, hasBranches),
        new XAttribute("complexity", 0),
        new XElement("methods", RegionCoverage.Of(file, types: false).Where(region => region is { Name: not "", Part.Lines: not [] }).Select(region => Method(region, hasBranches))),
        Lines(file));

    private static XElement Method(RegionCoverage region, bool hasBranches) => new(
        "method",
        Name(region.Name),
        new XAttribute("signature", "()"),
        Rates(region.Part.Numbers, hasBranches),
        new XAttribute("complexity", 0),
        Lines(region.Part));

    private static XElement Lines(FileCoverage file)
    {
        var outcomes = file.Outcomes.ToLookup(outcome => outcome.Line);
        return new XElement("lines", file.Lines.Select(line => Line(line, [.. outcomes[line.Number]])));
    }

    private static XElement Line(LineCoverage line, IReadOnlyList<BranchOutcome> outcomes)
    {
        var element = new XElement("line", new XAttribute("number", line.Number), new XAttribute("hits", line.Hits), new XAttribute("branch", outcomes is [] ? "false" : "true"));
        if (outcomes is [])
            return element;
        element.Add(
            new XAttribute("condition-coverage", $"{Share(outcomes)} ({outcomes.Count(outcome => outcome.IsTaken)}/{outcomes.Count})"),
            new XElement("conditions", outcomes.GroupBy(outcome => outcome.Decision).Select(Condition)));
        return element;
    }

    private static XElement Condition(IGrouping<int, BranchOutcome> decision)
    {
        var outcomes = decision.ToList();
        return new XElement(
            "condition",
            new XAttribute("number", decision.Key),
            new XAttribute("type", outcomes.Count > 2 ? "switch" : "jump"),
            new XAttribute("coverage", Share(outcomes)));
    }

    private static string Share(IReadOnlyList<BranchOutcome> outcomes) => $"{Percentage.Text(100.0 * outcomes.Count(outcome => outcome.IsTaken) / outcomes.Count, 0)}%";

    private static IEnumerable<XAttribute> Rates(CoverageNumbers numbers, bool hasBranches) =>
    [
        new XAttribute("line-rate", Rate(numbers.StatementPercent)),
        new XAttribute("branch-rate", hasBranches ? Rate(numbers.OutcomePercent) : "0"),
    ];

    private static string Rate(double percent) => (percent / 100).ToString("0.####", CultureInfo.InvariantCulture);

    private static XAttribute Name(string name) => new("name", XmlCharacters.Escape(name));

    // The cells of a notebook belong together, and the files of a folder.
    private static string PackageName(FileCoverage file)
    {
        if (!IsCell(file))
            return Segments(file.Name) is [.. var folders, _] && folders.Length > 0 ? string.Join('.', folders) : ".";
        var notebook = file.Name[..file.Name.LastIndexOf('[')];
        return notebook is "In" or "" ? "cells" : notebook;
    }

    private static bool IsCell(FileCoverage file) => file.Name.EndsWith(']') && file.Name.Contains('[', StringComparison.Ordinal);

    private static string[] Segments(string name) => name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
}
