using System.Globalization;
using IpytestNet.CommandLine;

namespace IpytestNet.Tool.Nbval;

/// <summary>The options of <c>--nbval</c>: whether and how the outputs of cells are compared with those that are stored.</summary>
internal sealed record NbvalOptions
{
    private const string All = "--nbval";
    private const string Lax = "--nbval-lax";
    private const string Update = "--nbval-update";
    private const string Raw = "--nbval-no-builtin-sanitizers";
    private const string Sanitize = "--nbval-sanitize-with";
    private const string Skip = "--nbval-skip-mime";
    private const string Timeout = "--nbval-cell-timeout";
    private const string Kernel = "--nbval-kernel-name";

    /// <summary>Whether all outputs are compared but those of cells that are marked otherwise.</summary>
    public bool ChecksAll { get; init; }

    /// <summary>Whether only the outputs of cells are compared that are marked for it.</summary>
    public bool ChecksMarked { get; init; }

    /// <summary>Whether outputs that differ are stored instead of being failures.</summary>
    public bool Updates { get; init; }

    /// <summary>Whether outputs are compared without taking durations, paths and the like for equal.</summary>
    public bool IsRaw { get; init; }

    /// <summary>The files with more patterns of what is equal.</summary>
    public IReadOnlyList<string> SanitizeWith { get; init; } = [];

    /// <summary>The patterns of MIME types that are not compared.</summary>
    public IReadOnlyList<string> SkippedMimeTypes { get; init; } = [];

    /// <summary>How long a cell may take, or null for as long as it likes.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>The Jupyter kernel that runs the notebooks, or null for the engine.</summary>
    public string? KernelName { get; init; }

    /// <summary>Whether cells are test cases.</summary>
    public bool IsOn => ChecksAll || ChecksMarked || Updates;

    /// <summary>Reads an argument; null if it is none of these options.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="flag">Makes sure that it has no value.</param>
    /// <param name="value">Gives its value, given what is expected.</param>
    /// <exception cref="UsageException">Its value is wrong.</exception>
    public NbvalOptions? With(string name, Action flag, Func<string, string> value)
    {
        switch (name)
        {
            case All:
                flag();
                return this with { ChecksAll = true };
            case Lax:
                flag();
                return this with { ChecksMarked = true };
            case Update:
                flag();
                return this with { Updates = true };
            case Raw:
                flag();
                return this with { IsRaw = true };
            case Sanitize or "--sanitize-with":
                return this with { SanitizeWith = [.. SanitizeWith, value("the file with sections of `regex:` and `replace:`")] };
            case Skip:
                return this with { SkippedMimeTypes = [.. SkippedMimeTypes, .. value("the MIME types to pass over, such as image/png or image/*").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] };
            case Timeout:
                return this with { CellTimeout = Seconds(value("a number of seconds")) };
            case Kernel:
                return this with { KernelName = value("the name of a Jupyter kernel, as `jupyter kernelspec list` shows it") };
            default:
                return null;
        }
    }

    /// <summary>Makes sure that the options go together.</summary>
    /// <exception cref="UsageException">They do not.</exception>
    public NbvalOptions Checked()
    {
        if (ChecksAll && ChecksMarked)
            throw new UsageException($"expected {All} or {Lax}, but both are given; leave one out");
        if (!IsOn && Spell() is [var first, ..])
            throw new UsageException($"argument {first.Split('=')[0]}: expected {All} or {Lax} beside it, since nothing is compared without; add one");
        return Updates && !ChecksMarked ? this with { ChecksAll = true } : this;
    }

    /// <summary>Writes the options as arguments.</summary>
    public IReadOnlyList<string> Spell() =>
    [
        .. Flag(All, ChecksAll),
        .. Flag(Lax, ChecksMarked),
        .. Flag(Update, Updates),
        .. Flag(Raw, IsRaw),
        .. SanitizeWith.Select(file => $"{Sanitize}={file}"),
        .. SkippedMimeTypes.Select(type => $"{Skip}={type}"),
        .. CellTimeout is { } limit ? [$"{Timeout}={limit.TotalSeconds.ToString("R", CultureInfo.InvariantCulture)}"] : Array.Empty<string>(),
        .. KernelName is { } kernel ? [$"{Kernel}={kernel}"] : Array.Empty<string>(),
    ];

    private static string[] Flag(string name, bool isOn) => isOn ? [name] : [];

    private static TimeSpan Seconds(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 && seconds < TimeSpan.FromDays(24).TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"argument {Timeout}: expected a number of seconds above 0, but '{value}' came");
}
