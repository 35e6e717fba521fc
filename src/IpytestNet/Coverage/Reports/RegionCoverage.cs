using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports;

/// <summary>The part of a cell or file that belongs to a function or type, without those within it.</summary>
/// <param name="Name">The name of the region, with its first line if the name comes again; <c>""</c> for what is in none.</param>
/// <param name="FirstLine">The 1-based line on which it begins.</param>
/// <param name="Part">The cell or file with the lines of the region alone.</param>
internal sealed record RegionCoverage(string Name, int FirstLine, FileCoverage Part)
{
    /// <summary>Takes a cell or file apart; the part that is in no region comes last.</summary>
    /// <param name="file">The cell or file.</param>
    /// <param name="types">Whether it is taken apart into types, and not into functions.</param>
    public static IReadOnlyList<RegionCoverage> Of(FileCoverage file, bool types)
    {
        var regions = file.Regions.Where(region => region.IsType == types).ToList();
        var names = new HashSet<string>(StringComparer.Ordinal) { "" };
        return
        [
            .. regions.Select(region => new RegionCoverage(names.Add(region.Name) ? region.Name : $"{region.Name}:{region.FirstLine}", region.FirstLine, Narrow(region))),
            new RegionCoverage("", 1, Narrow(null)),
        ];

        FileCoverage Narrow(CodeRegion? region) => file with
        {
            Lines = [.. file.Lines.Where(line => Innermost(regions, line.Number) == region)],
            ExcludedLines = [.. file.ExcludedLines.Where(line => Innermost(regions, line) == region)],
            Outcomes = [.. file.Outcomes.Where(outcome => Innermost(regions, outcome.Line) == region)],
        };
    }

    /// <summary>Returns the smallest region around a line; null if there is none.</summary>
    public static CodeRegion? Innermost(IEnumerable<CodeRegion> regions, int line) =>
        regions.Where(region => region.FirstLine <= line && line <= region.LastLine).MinBy(region => region.LastLine - region.FirstLine);
}
