using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Storage;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Coverage;

/// <summary>The verb <c>ipytest coverage combine</c>.</summary>
/// <param name="console">The process around it.</param>
internal sealed class CombineCommand(ToolConsole console)
{
    private const string Pattern = ".coverage.*.json";

    /// <summary>Makes one data file of several.</summary>
    /// <param name="dataFile">The path of the one.</param>
    /// <param name="paths">The others, or their folders; none for those in the working directory.</param>
    /// <param name="append">Whether it keeps what it holds.</param>
    /// <param name="keep">Whether the others stay.</param>
    public int Run(string dataFile, IReadOnlyList<string> paths, bool append, bool keep)
    {
        var target = Path.GetFullPath(dataFile, console.WorkingDirectory);
        try
        {
            var parts = (paths is [] ? ["."] : paths).SelectMany(Find).Distinct().Where(path => path != target).ToList();
            var read = parts.Select(path => CoverageFile.Read(path) ?? throw new CoverageFileException($"expected a data file or a folder with some, but there is no '{path}'")).ToList();
            if (read is [])
            {
                console.Out.WriteLine("No data to combine");
                return CoverageCommand.Failed;
            }

            Store(target, CoverageMerge.Of(read), append);
            Tell(parts, keep);
            return (int)ExitCode.Ok;
        }
        catch (Exception e) when (e is CoverageFileException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"ipytest coverage combine: error: {e.Message}");
            return CoverageCommand.Failed;
        }
    }

    private static void Store(string target, CoverageData data, bool append)
    {
        if (append)
            CoverageFile.Append(target, data);
        else
            CoverageFile.Write(target, data);
    }

    // What was combined goes away only once all of it is written.
    private void Tell(IReadOnlyList<string> parts, bool keep)
    {
        foreach (var part in parts)
        {
            if (!keep)
                File.Delete(part);
            console.Out.WriteLine($"Combined data file {Path.GetRelativePath(console.WorkingDirectory, part)}");
        }
    }

    private IEnumerable<string> Find(string path)
    {
        var full = Path.GetFullPath(path, console.WorkingDirectory);
        return Directory.Exists(full) ? Directory.GetFiles(full, Pattern).Order(StringComparer.Ordinal) : [full];
    }
}
