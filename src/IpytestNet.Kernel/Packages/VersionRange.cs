using System.Text.RegularExpressions;

namespace IpytestNet.Kernel.Packages;

/// <summary>The versions of a package that a reference allows.</summary>
/// <param name="Text">As NuGet reads it: <c>1.2.3</c> for that or, where it is not there, the next; <c>1.*</c>; <c>[1.0,2.0)</c>.</param>
/// <param name="Least">The least version, or null for any.</param>
/// <param name="Most">The greatest version, or null for any.</param>
internal sealed partial record VersionRange(string Text, PackageVersion? Least, PackageVersion? Most)
{
    /// <summary>The newest stable version.</summary>
    public static VersionRange Newest { get; } = new("*", Least: null, Most: null);

    /// <summary>Whether <see cref="Least"/> itself is too low.</summary>
    public bool IsAboveLeast { get; init; }

    /// <summary>Whether <see cref="Most"/> itself is too high.</summary>
    public bool IsBelowMost { get; init; }

    /// <summary>Whether a newer version may come to be the one that is taken.</summary>
    public bool Floats => Text.Contains('*', StringComparison.Ordinal);

    /// <summary>The version of a range that names just one as the one to take, or null.</summary>
    public PackageVersion? Named => PackageVersion.Parse(Text);

    /// <summary>Reads a range, or gives null for a text that is none.</summary>
    public static VersionRange? Parse(string text) =>
        PackageVersion.Parse(text) is { } version ? new VersionRange(text, version, Most: null) : ParseFloating(text) ?? ParseInterval(text);

    /// <summary>Whether a version is one of those.</summary>
    public bool Includes(PackageVersion version) =>
        (Least is null || version.ComparedTo(Least) is var low && (low > 0 || (low == 0 && !IsAboveLeast)))
        && (Most is null || version.ComparedTo(Most) is var high && (high < 0 || (high == 0 && !IsBelowMost)));

    private static VersionRange? ParseFloating(string text)
    {
        if (FloatingForm().Match(text) is not { Success: true } match)
            return null;
        if (match.Groups["label"].Success)
            return new VersionRange(text, PackageVersion.Parse(match.Groups["numbers"].Value), Most: null);
        var fixedPart = match.Groups["fixed"].Value.TrimEnd('.');
        return fixedPart.Length == 0 ? Newest with { Text = text }
            : PackageVersion.Parse(fixedPart) is { } least ? new VersionRange(text, least, After(least, fixedPart.Split('.').Length)) { IsBelowMost = true }
            : null;
    }

    private static PackageVersion After(PackageVersion version, int count) => version with
    {
        Numbers = count switch
        {
            1 => new Version(version.Numbers.Major + 1, 0, 0, 0),
            2 => new Version(version.Numbers.Major, version.Numbers.Minor + 1, 0, 0),
            _ => new Version(version.Numbers.Major, version.Numbers.Minor, version.Numbers.Build + 1, 0),
        },
    };

    private static VersionRange? ParseInterval(string text)
    {
        if (IntervalForm().Match(text) is not { Success: true } match)
            return null;
        var (from, to) = (match.Groups["from"].Value.Trim(), match.Groups["to"].Value.Trim());
        if (!match.Groups["comma"].Success)
            return PackageVersion.Parse(from) is { } only && text is ['[', .., ']'] ? new VersionRange(text, only, only) : null;
        var (least, most) = (ParseFloating(from)?.Least ?? PackageVersion.Parse(from), PackageVersion.Parse(to));
        return (least is null && from is not ("" or "*")) || (most is null && to.Length > 0) || (from.Length == 0 && most is null)
            ? null
            : new VersionRange(text, least, most) { IsAboveLeast = text[0] is '(', IsBelowMost = text[^1] is ')' };
    }

    [GeneratedRegex(@"^((?<fixed>(\d+\.){0,3})\*(-\*)?|(?<numbers>\d+(\.\d+){0,3})-(?<label>[0-9A-Za-z-.]*)\*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex FloatingForm();

    [GeneratedRegex(@"^[\[(](?<from>[^,]*)((?<comma>,)(?<to>[^,]*))?[\])]$", RegexOptions.ExplicitCapture)]
    private static partial Regex IntervalForm();
}
