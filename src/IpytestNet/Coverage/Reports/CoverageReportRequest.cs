using IpytestNet.CommandLine;

namespace IpytestNet.Coverage.Reports;

/// <summary>A report that is asked for.</summary>
/// <param name="Kind">Its kind.</param>
internal sealed record CoverageReportRequest(CoverageReportKind Kind)
{
    /// <summary>The file of the report in Markdown where none is named.</summary>
    public const string DefaultMarkdown = "coverage.md";

    private static readonly (string Name, CoverageReportKind Kind)[] ToTerminal =
    [
        ("term", CoverageReportKind.Term),
        ("term-missing", CoverageReportKind.TermMissing),
    ];

    private static readonly (string Name, CoverageReportKind Kind)[] ToFiles =
    [
        ("annotate", CoverageReportKind.Annotate),
        ("html", CoverageReportKind.Html),
        ("xml", CoverageReportKind.Xml),
        ("json", CoverageReportKind.Json),
        ("markdown", CoverageReportKind.Markdown),
        ("markdown-append", CoverageReportKind.MarkdownAppend),
        ("lcov", CoverageReportKind.Lcov),
    ];

    /// <summary>The file or folder that it goes to, as it was written; null for the usual one.</summary>
    public string? Destination { get; init; }

    /// <summary>Whether the table leaves out files that are covered as a whole.</summary>
    public bool SkipCovered { get; init; }

    /// <summary>Whether it goes to a file or a folder.</summary>
    public bool IsToFile => ToFiles.Any(kind => kind.Kind == Kind);

    /// <summary>Reads the value of <c>--cov-report</c>.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static CoverageReportRequest Parse(string value)
    {
        var (name, rest) = value.Split(':', 2) is [var before, var after] ? (before, after) : (value, null);
        if (name.Length == 0)
            return new CoverageReportRequest(CoverageReportKind.None);
        if (ToFiles.FirstOrDefault(kind => kind.Name == name) is { Name: not null } toFile)
            return new CoverageReportRequest(toFile.Kind) { Destination = string.IsNullOrEmpty(rest) ? null : rest };
        if (ToTerminal.FirstOrDefault(kind => kind.Name == name) is not { Name: not null } table)
            throw OptionValue.Wrong($"argument --cov-report: invalid choice: \"{value}\" (choose from \"{Names([.. ToTerminal, .. ToFiles])}\")");
        if (rest is not (null or "skip-covered"))
            throw OptionValue.Wrong($"argument --cov-report: output specifier not supported for: \"{value}\" (choose from \"{Names(ToFiles)}\")");
        return new CoverageReportRequest(table.Kind) { SkipCovered = rest is not null };
    }

    /// <summary>Refuses reports that would spoil each other.</summary>
    /// <exception cref="UsageException">One is written to the file that another is added to.</exception>
    public static void RefuseConflicts(IReadOnlyCollection<CoverageReportRequest> requests)
    {
        var written = requests.Where(request => request.Kind is CoverageReportKind.Markdown).Select(request => request.Destination ?? DefaultMarkdown);
        var added = requests.Where(request => request.Kind is CoverageReportKind.MarkdownAppend).Select(request => request.Destination ?? DefaultMarkdown);
        if (written.Intersect(added).FirstOrDefault() is { } both)
            throw OptionValue.Wrong($"argument --cov-report: expected different files for markdown and markdown-append, but both write '{both}'; name another, as in --cov-report=markdown:other.md");
    }

    private static string Names(IEnumerable<(string Name, CoverageReportKind Kind)> kinds) => $"[{string.Join(", ", kinds.Select(kind => $"'{kind.Name}'"))}]";
}
