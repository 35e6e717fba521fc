using IpytestNet.Coverage.Instrumentation;
using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Measuring;

/// <summary>Makes data for reports of what was counted.</summary>
/// <param name="measurement">The measured code.</param>
/// <param name="names">What cells and files are called.</param>
internal sealed class CoverageCollection(CodeMeasurement measurement, ICodeNames names)
{
    /// <summary>Collects.</summary>
    /// <param name="isWanted">Whether code is part of the report.</param>
    /// <param name="hasBranches">Whether branches are asked for.</param>
    /// <param name="hasContexts">Whether contexts are asked for.</param>
    public CoverageData Collect(Func<MeasuredCode, CodeMap, bool> isWanted, bool hasBranches, bool hasContexts)
    {
        var codes = measurement.Codes;
        var again = codes.Where(code => code.Module is "").ToList();
        var wanted = (from code in codes
                      where code.Module is not ""
                      from map in code.Maps
                      where map.File == code.Path && isWanted(code, map)
                      select (Code: code, Map: map)).ToList();
        return new CoverageData
        {
            Files = [.. Distinct(wanted.Select(part => FileOf(part.Code, part.Map, again, hasBranches, hasContexts)))],
            HasBranches = hasBranches,
            HasContexts = hasContexts,
            Warnings = [.. Warnings(wanted.Select(part => part.Code), hasBranches)],
        };
    }

    private IEnumerable<string> Warnings(IEnumerable<MeasuredCode> codes, bool hasBranches)
    {
        foreach (var cell in measurement.Plain.Where(names.IsInUse))
            yield return $"{names.Of(cell)} was run before coverage was enabled; run it again";
        foreach (var code in codes.Where(code => hasBranches && !code.HasBranches && (code.Module is not null || names.IsInUse(code.Path))))
        {
            yield return code.Module is null
                ? $"{names.Of(code.Path)} was run before branch coverage was enabled; run it again"
                : $"{names.Of(code.Path)} was loaded before branch coverage was enabled; run the cell with its #r again";
        }

        foreach (var (path, why) in measurement.NotMeasured)
            yield return $"{names.Of(path)} is not measured: {why}";
    }

    // A second run of the same count is a cell of its own.
    private static IEnumerable<FileCoverage> Distinct(IEnumerable<FileCoverage> files)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var count = counts[file.Name] = counts.GetValueOrDefault(file.Name, -1) + 1;
            yield return count == 0 ? file : file with { Name = file.Name.EndsWith(']') ? $"{file.Name[..^1]}/{count}]" : $"{file.Name}/{count}" };
        }
    }

    private FileCoverage FileOf(MeasuredCode code, CodeMap map, List<MeasuredCode> again, bool hasBranches, bool hasContexts)
    {
        var counts = new FileCounts(map);
        counts.Add(code, map, hasContexts);
        foreach (var other in again)
        {
            foreach (var part in other.Maps.Where(part => part.File == map.File))
                counts.Add(other, part, hasContexts);
        }

        return new FileCoverage
        {
            Name = names.Of(code.Path),
            Path = code.Module is null ? null : code.Path,
            Source = code.Text,
            Lines = counts.Lines(),
            ExcludedLines = map.ExcludedLines,
            Outcomes = hasBranches && code.HasBranches ? counts.Outcomes() : [],
            Regions = map.Regions,
            Note = code.Module is null ? names.NoteOf(code.Path, map) : null,
        };
    }
}
