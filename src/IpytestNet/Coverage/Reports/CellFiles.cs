using System.Text;
using IpytestNet.Coverage.Results;
using IpytestNet.Files;

namespace IpytestNet.Coverage.Reports;

/// <summary>Cells as files, for programs that look up what a report speaks of.</summary>
internal static class CellFiles
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes each cell to a file of a folder, which is made only if there are cells.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="data">What was measured.</param>
    /// <returns>The same, and the cells have paths.</returns>
    public static CoverageData Write(string folder, CoverageData data)
    {
        var paths = new Dictionary<FileCoverage, string>(ReferenceEqualityComparer.Instance);
        foreach (var (cell, name) in PlainFileName.Of(data.Files.Where(file => file.Path is null), ".csx"))
        {
            var path = paths[cell] = Path.Combine(folder, name);
            Directory.CreateDirectory(folder);
            AtomicFile.Write(path, cell.Source, Encoding);
        }

        return data with { Files = [.. data.Files.Select(file => paths.TryGetValue(file, out var path) ? file with { Path = path } : file)] };
    }
}
