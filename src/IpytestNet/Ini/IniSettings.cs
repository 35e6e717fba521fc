using System.Globalization;
using IpytestNet.CommandLine;

namespace IpytestNet.Ini;

/// <summary>What <c>ipytest.ini</c> says: the keys of pytest.ini that mean something here.</summary>
internal sealed record IniSettings
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "ipytest.ini";

    // Where a key stands in both, the first section wins.
    private static readonly string[] Sections = ["ipytest", "pytest"];

    private static readonly string[] Keys = ["addopts", "doctest_optionflags", "doctest_options", "markers", "timeout", "xfail_strict"];

    /// <summary>The settings where there is no file.</summary>
    public static IniSettings None { get; } = new();

    /// <summary>The file, or null.</summary>
    public string? Path { get; private init; }

    /// <summary>Arguments put before those that are configured: those of the other keys, then <c>addopts</c>.</summary>
    public IReadOnlyList<string> Arguments { get; private init; } = [];

    /// <summary>The markers that it registers.</summary>
    public IReadOnlyList<RegisteredMarker> Markers { get; private init; } = [];

    /// <summary>Whether tests with <c>[XFail]</c> are strict that do not say so themselves.</summary>
    public bool XFailStrict { get; private init; }

    /// <summary>What is to be said of keys that nobody knows.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>Reads the nearest file of a folder and those above it.</summary>
    /// <exception cref="UsageException">The file is not to be read; the message names file and line.</exception>
    public static IniSettings Find(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var path = System.IO.Path.Combine(current.FullName, FileName);
            if (File.Exists(path))
                return Parse(path, Text(path));
        }

        return None;
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="path">The file, as messages name it.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="UsageException">The text is malformed, or a value does not fit its key.</exception>
    public static IniSettings Parse(string path, string text)
    {
        IniEntry[] entries =
        [
            .. IniReader.Read(path, text)
                .Where(entry => Sections.Contains(entry.Section))
                .OrderBy(entry => Array.IndexOf(Sections, entry.Section))
                .DistinctBy(entry => entry.Key, StringComparer.Ordinal),
        ];
        var settings = new IniSettings
        {
            Path = path,
            Warnings =
            [
                .. entries.Where(entry => !Keys.Contains(entry.Key))
                    .Select(entry => $"{path}:{entry.Line}: Unknown config option: {entry.Key} (known are {string.Join(", ", Keys)})"),
            ],
        };
        // Arguments in the order of the keys' names, so that addopts, which may say otherwise, would come first: it goes last.
        return entries.OrderBy(entry => entry.Key == "addopts").Aggregate(settings, (current, entry) => current.With(entry));
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: expected to read it, but it did not work: {error.Message}");
        }
    }

    private IniSettings With(IniEntry entry) => entry.Key switch
    {
        "addopts" => this with { Arguments = [.. Arguments, .. Words(entry)] },
        "doctest_options" or "doctest_optionflags" => this with
        {
            Arguments = [.. Arguments, .. entry.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(flag => $"--doctest-option={flag}")],
        },
        "markers" => this with { Markers = [.. Lines(entry).Select(RegisteredMarker.Parse).Where(marker => marker.Name.Length > 0)] },
        "timeout" => this with { Arguments = [.. Arguments, $"--timeout={Seconds(entry)}"] },
        "xfail_strict" => this with { XFailStrict = Truth(entry) },
        _ => this,
    };

    private IReadOnlyList<string> Words(IniEntry entry)
    {
        try
        {
            return ShellWords.Split(entry.Value);
        }
        catch (UsageException error)
        {
            throw Wrong(entry, error.Message);
        }
    }

    private static string[] Lines(IniEntry entry) => entry.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Seconds(IniEntry entry) =>
        double.TryParse(entry.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? entry.Value
            : throw Wrong(entry, $"timeout: invalid float value: '{entry.Value}' (write a time in seconds, such as 0.5)");

    private bool Truth(IniEntry entry) => entry.Value.ToLowerInvariant() switch
    {
        "y" or "yes" or "t" or "true" or "on" or "1" => true,
        "n" or "no" or "f" or "false" or "off" or "0" => false,
        _ => throw Wrong(entry, $"{entry.Key}: invalid truth value '{entry.Value}' (write true or false)"),
    };

    private UsageException Wrong(IniEntry entry, string problem) => new($"{Path}:{entry.Line}: {problem}");
}
