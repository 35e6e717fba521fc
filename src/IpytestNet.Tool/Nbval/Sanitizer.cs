using System.Text.RegularExpressions;
using IpytestNet.CommandLine;

namespace IpytestNet.Tool.Nbval;

/// <summary>Makes equal what may differ from run to run.</summary>
/// <param name="rules">What may differ, in the order in which it is replaced.</param>
internal sealed partial class Sanitizer(IReadOnlyList<SanitizingRule> rules)
{
    private static readonly IReadOnlyList<SanitizingRule> BuiltIn =
    [
        new(Escape(), ""),
        new(Guid(), "GUID"),
        new(Timestamp(), "TIMESTAMP"),
        new(Address(), "ADDRESS"),
        new(Duration(), "DURATION"),
        new(FullPath(), "PATH"),
        new(Runtime(), ".NET VERSION"),
        new(ProcessId(), "ID"),
        // Bars fill the line around texts of varying length.
        new(Bar(), "$1"),
    ];

    /// <summary>Makes the sanitizer of a command line.</summary>
    /// <param name="options">The options.</param>
    /// <param name="workingDirectory">The folder that relative paths start from.</param>
    /// <exception cref="UsageException">A file with patterns is wrong.</exception>
    public static Sanitizer Of(NbvalOptions options, string workingDirectory) =>
        new([.. options.SanitizeWith.SelectMany(file => SanitizingFile.Read(file, workingDirectory)), .. options.IsRaw ? [] : BuiltIn]);

    /// <summary>Makes the sanitizer of a notebook, to which the path of its folder is one that may differ.</summary>
    public Sanitizer In(string folder) => rules.Count is 0 || rules[^1] != BuiltIn[^1]
        ? this
        : new([new SanitizingRule(new Regex($@"{Regex.Escape(folder)}(?:[\\/][^\s'""<>|]*)?(?![\w-])"), "PATH"), .. rules]);

    /// <summary>Puts the same text in the place of all that may differ.</summary>
    /// <exception cref="UsageException">A pattern takes far too long.</exception>
    public string Apply(string text)
    {
        try
        {
            return rules.Aggregate(text.ReplaceLineEndings("\n"), (sanitized, rule) => rule.Apply(sanitized));
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new UsageException($"expected regular expressions that end, but '{e.Pattern}' took more than {e.MatchTimeout.TotalSeconds:0} s on an output; make it simpler");
        }
    }

    /// <summary>Leaves out escape sequences, such as those of colours.</summary>
    public static string WithoutEscapes(string text) => Escape().Replace(text, "");

    [GeneratedRegex(@"\e\[[0-9;?]*[ -/]*[@-~]")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b")]
    private static partial Regex Guid();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?")]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"\b0x[0-9a-fA-F]{6,}\b")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b\d+(?:[.,]\d+)?(?:e-?\d+)? ?(?:ns|µs|μs|us|ms|s|sec|secs|seconds?|min|minutes?)\b(?: \(\d+:\d\d:\d\d\))?|\b(?:\d+\.)?\d\d:\d\d:\d\d\.\d+\b")]
    private static partial Regex Duration();

    // What lies below the usual roots; other texts with slashes, such as those of a web service, are what they are.
    [GeneratedRegex(@"(?<![\w./])/(?:private/)?(?:tmp|var|home|Users|root|usr|opt|mnt|srv|work|workspace|workspaces|builds|app|src|__w|etc)/[^\s'""<>|:]*|\b[A-Za-z]:\\[^\s'""<>|:]*")]
    private static partial Regex FullPath();

    [GeneratedRegex(@"\.NET \d+\.\d+\.\d+\S*")]
    private static partial Regex Runtime();

    [GeneratedRegex(@"(?<=\b(?:process|pid) )\d+\b", RegexOptions.IgnoreCase)]
    private static partial Regex ProcessId();

    [GeneratedRegex(@"([=_\-─])\1{2,}")]
    private static partial Regex Bar();
}
