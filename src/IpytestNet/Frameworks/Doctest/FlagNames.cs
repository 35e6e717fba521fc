using System.Text.RegularExpressions;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>The names of flags, and the comments that set them.</summary>
internal static partial class FlagNames
{
    private static readonly (string Name, DoctestFlags Flag)[] Known =
    [
        ("ELLIPSIS", DoctestFlags.Ellipsis),
        ("NORMALIZE_WHITESPACE", DoctestFlags.NormalizeWhitespace),
        ("SKIP", DoctestFlags.Skip),
        ("IGNORE_EXCEPTION_DETAIL", DoctestFlags.IgnoreExceptionDetail),
        ("NUMBER", DoctestFlags.Number),
        ("DONT_ACCEPT_BLANKLINE", DoctestFlags.DontAcceptBlankline),
    ];

    /// <summary>The names, as an error lists them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Select(known => known.Name)];

    /// <summary>Gives the flag of a name, or null.</summary>
    public static DoctestFlags? Find(string name) =>
        Array.FindIndex(Known, known => known.Name == name) is >= 0 and var index ? Known[index].Flag : null;

    /// <summary>Reads the options in a comment <c>// doctest: +ELLIPSIS, -SKIP</c> within code.</summary>
    /// <exception cref="FormatException">One of them is none.</exception>
    public static FlagChange InCode(string code) => Read(InCodePattern().Matches(code));

    /// <summary>Reads the options in an HTML comment of Markdown, or gives null where a line is none with options.</summary>
    /// <exception cref="FormatException">One of them is none.</exception>
    public static FlagChange? InMarkdown(string line) => InMarkdownPattern().Matches(line) is { Count: > 0 } found ? Read(found) : null;

    /// <summary>Takes a comment with options from the end of a text.</summary>
    public static string WithoutOptions(string text) => InCodePattern().Replace(text, "").TrimEnd();

    private static FlagChange Read(MatchCollection comments)
    {
        var change = FlagChange.None;
        foreach (var option in comments.SelectMany(comment => comment.Groups["options"].Value.Split([',', ' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries)))
        {
            var flag = option[0] is '+' or '-' ? Find(option[1..]) : null;
            change = flag is { } known
                ? change.Then(known, isOn: option[0] is '+')
                : throw new FormatException($"has an invalid option: '{option}' (write + or - before one of {string.Join(", ", All)})");
        }

        return change;
    }

    [GeneratedRegex(@"//\s*doctest:\s*(?<options>[^\n'""]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex InCodePattern();

    [GeneratedRegex(@"^\s*<!--\s*doctest:\s*(?<options>.*?)\s*-->\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex InMarkdownPattern();
}
