namespace IpytestNet.Coverage.Settings;

/// <summary>What a configuration of coverage.py says, as far as it means something here; null where it says nothing.</summary>
internal sealed record CoverageSettings
{
    /// <summary>The settings where nothing is configured.</summary>
    public static CoverageSettings None { get; } = new();

    /// <summary>The file that they come from, or null.</summary>
    public string? Path { get; init; }

    /// <summary>Whether branches are measured (<c>[run] branch</c>).</summary>
    public bool? Branch { get; init; }

    /// <summary>What is measured (<c>[run] source</c>): cells, modules, projects, namespaces or patterns of paths.</summary>
    public IReadOnlyList<string> Source { get; init; } = [];

    /// <summary>Patterns of files that are left out of the measurement (<c>[run] omit</c>).</summary>
    public IReadOnlyList<string> RunOmit { get; init; } = [];

    /// <summary>Patterns of the only files that are measured (<c>[run] include</c>); empty for all.</summary>
    public IReadOnlyList<string> RunInclude { get; init; } = [];

    /// <summary>The context of all that is measured (<c>[run] context</c>).</summary>
    public string? Context { get; init; }

    /// <summary>Whether each test is a context of its own (<c>[run] dynamic_context = test_function</c>).</summary>
    public bool? TestContexts { get; init; }

    /// <summary>The data file (<c>[run] data_file</c>).</summary>
    /// <value>Default null: <c>.coverage.json</c>.</value>
    public string? DataFile { get; init; }

    /// <summary>Whether the data file holds paths relative to the working directory (<c>[run] relative_files</c>).</summary>
    public bool? RelativeFiles { get; init; }

    /// <summary>Patterns of lines that are excluded in place of <c>// pragma: no cover</c> (<c>[report] exclude_lines</c>); null for that pragma.</summary>
    public IReadOnlyList<string>? ExcludeLines { get; init; }

    /// <summary>Patterns of lines that are excluded as well (<c>[report] exclude_also</c>).</summary>
    public IReadOnlyList<string> ExcludeAlso { get; init; } = [];

    /// <summary>Patterns of lines whose outcomes count as taken, in place of <c>// pragma: no branch</c> (<c>[report] partial_branches</c>).</summary>
    public IReadOnlyList<string>? PartialBranches { get; init; }

    /// <summary>Patterns of lines whose outcomes count as taken as well (<c>[report] partial_also</c>).</summary>
    public IReadOnlyList<string> PartialAlso { get; init; } = [];

    /// <summary>The least total coverage in percent (<c>[report] fail_under</c>).</summary>
    public double? FailUnder { get; init; }

    /// <summary>Whether the table has the missing lines (<c>[report] show_missing</c>).</summary>
    public bool? ShowMissing { get; init; }

    /// <summary>Whether fully covered files are left out of the table (<c>[report] skip_covered</c>).</summary>
    public bool? SkipCovered { get; init; }

    /// <summary>Whether files without executable lines are left out (<c>[report] skip_empty</c>).</summary>
    public bool? SkipEmpty { get; init; }

    /// <summary>Whether cells with nothing but tests are left out (<c>[report] skip_tests</c>, an addition of ipytest).</summary>
    public bool? SkipTests { get; init; }

    /// <summary>The digits after the decimal point of percentages (<c>[report] precision</c>).</summary>
    public int? Precision { get; init; }

    /// <summary>The column that sorts the table (<c>[report] sort</c>): <c>name</c>, <c>stmts</c>, <c>miss</c>, <c>branch</c>, <c>brpart</c>, <c>cover</c>, with <c>-</c> before it for descending.</summary>
    public string? Sort { get; init; }

    /// <summary>Patterns of files that are left out of reports (<c>[report] omit</c>).</summary>
    public IReadOnlyList<string> ReportOmit { get; init; } = [];

    /// <summary>Patterns of the only files in reports (<c>[report] include</c>); empty for all.</summary>
    public IReadOnlyList<string> ReportInclude { get; init; } = [];

    /// <summary>The folder of the HTML report (<c>[html] directory</c>).</summary>
    public string? HtmlDirectory { get; init; }

    /// <summary>The title of the HTML report (<c>[html] title</c>).</summary>
    public string? HtmlTitle { get; init; }

    /// <summary>The file of the XML report (<c>[xml] output</c>).</summary>
    public string? XmlOutput { get; init; }

    /// <summary>The file of the JSON report (<c>[json] output</c>).</summary>
    public string? JsonOutput { get; init; }

    /// <summary>Whether the JSON report is indented (<c>[json] pretty_print</c>).</summary>
    public bool? JsonPrettyPrint { get; init; }

    /// <summary>The file of the lcov report (<c>[lcov] output</c>).</summary>
    public string? LcovOutput { get; init; }

    /// <summary>What is to be said of keys that nobody knows.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
