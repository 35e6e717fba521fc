using System.Globalization;
using System.Text.RegularExpressions;

namespace IpytestNet.Kernel.Packages;

/// <summary>The version of a package, ordered as NuGet orders them.</summary>
/// <param name="Numbers">Its four numbers.</param>
/// <param name="Label">What stands behind the hyphen, which makes it a prerelease; empty for a stable one.</param>
internal sealed partial record PackageVersion(Version Numbers, string Label)
{
    /// <summary>Reads a version, or gives null for a text that is none.</summary>
    public static PackageVersion? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var numbers = new int[4];
        foreach (var (index, part) in match.Groups["numbers"].Value.Split('.').Index())
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[index]))
                return null;
        }

        return new PackageVersion(new Version(numbers[0], numbers[1], numbers[2], numbers[3]), match.Groups["label"].Value);
    }

    /// <summary>Less than 0 if it comes before another, more if after, 0 if it is the same.</summary>
    public int ComparedTo(PackageVersion other)
    {
        var byNumbers = Numbers.CompareTo(other.Numbers);
        if (byNumbers != 0)
            return byNumbers;
        // A prerelease comes before the version that it leads to.
        return Label.Length == 0 || other.Label.Length == 0
            ? other.Label.Length.CompareTo(Label.Length)
            : CompareLabels(Label.Split('.'), other.Label.Split('.'));
    }

    private static int CompareLabels(string[] left, string[] right)
    {
        foreach (var (first, second) in left.Zip(right))
        {
            var isNumber = int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            var isOtherNumber = int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var other);
            var order = isNumber && isOtherNumber ? number.CompareTo(other)
                : isNumber != isOtherNumber ? isOtherNumber.CompareTo(isNumber)
                : StringComparer.OrdinalIgnoreCase.Compare(first, second);
            if (order != 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    [GeneratedRegex(@"^(?<numbers>\d+(\.\d+){0,3})(-(?<label>[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*))?(\+[0-9A-Za-z-.]+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
