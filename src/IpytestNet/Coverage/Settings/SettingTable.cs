namespace IpytestNet.Coverage.Settings;

/// <summary>What the keys of a configuration mean.</summary>
internal static class SettingTable
{
    // Those of coverage.py that mean nothing here: they are about Python, about processes, or about what is always so.
    private static readonly HashSet<string> Silent = new(
    [
        "run.command_line", "run.concurrency", "run.core", "run.cover_pylib", "run.debug", "run.debug_file", "run.disable_warnings", "run.parallel",
        "run.patch", "run.plugins", "run.sigterm", "run.timid", "run.source_pkgs", "report.format", "report.ignore_errors", "report.include_namespace_packages",
        "html.extra_css", "html.show_contexts", "html.skip_covered", "html.skip_empty", "xml.package_depth", "json.show_contexts", "lcov.line_checksums",
    ], StringComparer.Ordinal);

    /// <summary>Takes in a setting; null if nobody knows its key.</summary>
    /// <exception cref="CommandLine.UsageException">The value is wrong.</exception>
    public static CoverageSettings? Apply(CoverageSettings settings, SettingEntry entry, SettingValues read) => entry.Section switch
    {
        "run" => Run(settings, entry, read),
        "report" => Report(settings, entry, read),
        _ => Output(settings, entry, read),
    } ?? (Silent.Contains($"{entry.Section}.{entry.Key}") || entry.Section is "paths" ? settings : null);

    private static CoverageSettings? Run(CoverageSettings settings, SettingEntry entry, SettingValues read) => entry.Key switch
    {
        "branch" => settings with { Branch = read.Truth(entry) },
        "source" or "source_dirs" => settings with { Source = [.. settings.Source, .. read.List(entry)] },
        "omit" => settings with { RunOmit = read.List(entry) },
        "include" => settings with { RunInclude = read.List(entry) },
        "context" => settings with { Context = read.Text(entry) },
        "dynamic_context" => settings with
        {
            TestContexts = read.Text(entry) switch
            {
                "test_function" => true,
                "" or "none" => false,
                var other => throw read.Wrong(entry, $"expected test_function or none, but got '{other}'"),
            },
        },
        "data_file" => settings with { DataFile = read.Text(entry) },
        "relative_files" => settings with { RelativeFiles = read.Truth(entry) },
        _ => null,
    };

    private static CoverageSettings? Report(CoverageSettings settings, SettingEntry entry, SettingValues read) => entry.Key switch
    {
        "exclude_lines" => settings with { ExcludeLines = read.Patterns(entry) },
        "exclude_also" => settings with { ExcludeAlso = read.Patterns(entry) },
        "partial_branches" => settings with { PartialBranches = read.Patterns(entry) },
        "partial_also" => settings with { PartialAlso = read.Patterns(entry) },
        "fail_under" => settings with { FailUnder = read.Percent(entry) },
        "show_missing" => settings with { ShowMissing = read.Truth(entry) },
        "skip_covered" => settings with { SkipCovered = read.Truth(entry) },
        "skip_empty" => settings with { SkipEmpty = read.Truth(entry) },
        "skip_tests" => settings with { SkipTests = read.Truth(entry) },
        "precision" => settings with { Precision = read.Digits(entry) },
        "sort" => settings with { Sort = read.Column(entry) },
        "omit" => settings with { ReportOmit = read.List(entry) },
        "include" => settings with { ReportInclude = read.List(entry) },
        _ => null,
    };

    private static CoverageSettings? Output(CoverageSettings settings, SettingEntry entry, SettingValues read) => (entry.Section, entry.Key) switch
    {
        ("html", "directory") => settings with { HtmlDirectory = read.Text(entry) },
        ("html", "title") => settings with { HtmlTitle = read.Text(entry) },
        ("xml", "output") => settings with { XmlOutput = read.Text(entry) },
        ("json", "output") => settings with { JsonOutput = read.Text(entry) },
        ("json", "pretty_print") => settings with { JsonPrettyPrint = read.Truth(entry) },
        ("lcov", "output") => settings with { LcovOutput = read.Text(entry) },
        _ => null,
    };
}
