using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpytestNet.Coverage.Results;
using IpytestNet.Files;

namespace IpytestNet.Coverage.Storage;

/// <summary>The data file, which keeps what was measured for reports and for further runs.</summary>
internal static class CoverageFile
{
    /// <summary>Its name where none is given.</summary>
    public const string DefaultName = ".coverage.json";

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads it.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>What was measured; null if there is no file.</returns>
    /// <exception cref="CoverageFileException">It is damaged, or no data file of ipytest.</exception>
    public static CoverageData? Read(string path)
    {
        try
        {
            return File.Exists(path) ? Parse(path, File.ReadAllText(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CoverageFileException($"cannot read the coverage data '{path}': {e.Message}", e);
        }
    }

    /// <summary>Writes it in the place of an older one; missing folders are made.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="data">What was measured.</param>
    /// <exception cref="CoverageFileException">There is another file, or it cannot be written.</exception>
    public static void Write(string path, CoverageData data)
    {
        try
        {
            if (Directory.Exists(path))
                throw new CoverageFileException($"expected the path of a data file, but '{path}' is a folder; name a file in it with --data-file, or data_file in the configuration");
            if (File.Exists(path) && !IsOurs(path))
                throw Foreign(path, "it is left as it is");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, CoverageFormat.Write(data, Path.GetDirectoryName(path)!).ToJsonString(CoverageFormat.Compact) + "\n", Encoding);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CoverageFileException($"cannot write the coverage data '{path}': {e.Message}", e);
        }
    }

    /// <summary>Adds to what it holds.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="data">What was measured since.</param>
    /// <returns>All of it.</returns>
    /// <exception cref="CoverageFileException">It is damaged or no data file of ipytest, and stays as it is; or it cannot be written.</exception>
    public static CoverageData Append(string path, CoverageData data)
    {
        var all = Read(path) is { } before ? CoverageMerge.Of([before, data]) : data;
        Write(path, all);
        return all;
    }

    private static CoverageData Parse(string path, string text)
    {
        if (!text.StartsWith(CoverageFormat.Start, StringComparison.Ordinal))
            throw Foreign(path, "it cannot be read");
        try
        {
            return CoverageFormat.Read(JsonNode.Parse(text)!.AsObject(), Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or NullReferenceException or ArgumentException)
        {
            throw new CoverageFileException($"expected coverage data of ipytest in '{path}', but the file is damaged; delete it, and measure again", e);
        }
    }

    private static CoverageFileException Foreign(string path, string consequence) =>
        new($"expected coverage data of ipytest in '{path}', but the file is something else, so {consequence}; name another with --data-file, or data_file in the configuration");

    private static bool IsOurs(string path)
    {
        using var reader = new StreamReader(path, Encoding);
        var start = new char[CoverageFormat.Start.Length];
        return reader.ReadBlock(start) == start.Length && CoverageFormat.Start.AsSpan().SequenceEqual(start);
    }
}
