namespace IpytestNet.CommandLine;

/// <summary>The options of a run, as pytest's command line gives them.</summary>
public sealed record RunOptions
{
    /// <summary>How much is said: negative for <c>-q</c>, positive for <c>-v</c>.</summary>
    /// <value>Default 0.</value>
    public int Verbosity { get; init; }

    /// <summary>The expression of <c>-k</c>, or null.</summary>
    public KeywordExpression? Keyword { get; init; }

    /// <summary>Node ids and paths, in the order given.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>The prefixes of node ids given to <c>--deselect</c>.</summary>
    public IReadOnlyList<string> Deselect { get; init; } = [];

    /// <summary>The number of failures after which the run stops; 0 for never.</summary>
    /// <value>Default 0; <c>-x</c> means 1.</value>
    public int MaxFail { get; init; }

    /// <summary>Whether tests are listed and not run.</summary>
    public bool CollectOnly { get; init; }

    /// <summary>How the trace of a failure is shown.</summary>
    /// <value>Default <see cref="TracebackStyle.Auto"/>.</value>
    public TracebackStyle Traceback { get; init; }

    /// <summary>Whether the report is coloured.</summary>
    /// <value>Default <see cref="ColorMode.Auto"/>.</value>
    public ColorMode Color { get; init; }

    /// <summary>How the result is shown in a notebook (<c>--display</c>).</summary>
    /// <value>Default <see cref="DisplayMode.Text"/>.</value>
    public DisplayMode Display { get; init; }

    /// <summary>Whether output of tests is passed through as it happens (<c>-s</c>).</summary>
    public bool NoCapture { get; init; }

    /// <summary>The expression of <c>-m</c> over markers, or null.</summary>
    public KeywordExpression? MarkExpression { get; init; }

    /// <summary>Whether a marker that nobody has registered is an error (<c>--strict-markers</c>).</summary>
    public bool StrictMarkers { get; init; }

    /// <summary>Whether the markers are listed instead of running (<c>--markers</c>).</summary>
    public bool ListMarkers { get; init; }

    /// <summary>Whether the fixtures are listed instead of running (<c>--fixtures</c>).</summary>
    public bool ListFixtures { get; init; }

    /// <summary>The paths given to <c>--ignore</c>, whose tests are not collected.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Whether only the tests that failed last time run (<c>--lf</c>).</summary>
    public bool LastFailed { get; init; }

    /// <summary>Whether <c>--lf</c> runs all tests where none is known to have failed (<c>--lfnf</c>).</summary>
    /// <value>Default true.</value>
    public bool AllWhenNoneFailed { get; init; } = true;

    /// <summary>Whether the tests that failed last time run first (<c>--ff</c>).</summary>
    public bool FailedFirst { get; init; }

    /// <summary>Whether tests of which no run knows yet run first (<c>--nf</c>).</summary>
    public bool NewFirst { get; init; }

    /// <summary>Whether the run stops at a failure and goes on from there next time (<c>--sw</c>).</summary>
    public bool Stepwise { get; init; }

    /// <summary>Whether <c>--sw</c> passes over the first failure and stops at the next (<c>--sw-skip</c>).</summary>
    public bool StepwiseSkip { get; init; }

    /// <summary>Whether what is known of earlier runs is forgotten first (<c>--cache-clear</c>).</summary>
    public bool ClearCache { get; init; }

    /// <summary>The seed of a random order, or null for the order of definition.</summary>
    /// <value>Default null; <c>--random-order</c> without a seed takes one from the clock.</value>
    public int? RandomOrderSeed { get; init; }

    /// <summary>The names given to <c>-p</c>, in the order given; <c>no:NAME</c> leaves a plugin out.</summary>
    public IReadOnlyList<string> PluginNames { get; init; } = [];

    /// <summary>How long a test may take, or null for as long as it likes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long the whole run may take, or null for as long as it likes.</summary>
    public TimeSpan? SessionTimeout { get; init; }

    /// <summary>How many tests run at the same time; 0 for one after the other.</summary>
    /// <value>Default 0; <c>-n auto</c> is the number of processors.</value>
    public int Workers { get; init; }

    /// <summary>How many of the slowest phases of tests are listed; 0 for all, null for none.</summary>
    public int? Durations { get; init; }

    /// <summary>The shortest time that <c>--durations</c> lists.</summary>
    /// <value>Default 5 ms.</value>
    public TimeSpan DurationsMin { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Whether the first failure can be looked into where it happened (<c>--pdb</c>).</summary>
    public bool PostMortem { get; init; }

    /// <summary>Whether tests that are expected to fail are run as if they were not (<c>--runxfail</c>).</summary>
    public bool RunXFail { get; init; }

    /// <summary>Which captured output is shown under a failed test.</summary>
    /// <value>Default <see cref="CaptureShow.All"/>.</value>
    public CaptureShow ShowCapture { get; init; }

    /// <summary>The letters given to <c>-r</c>: which outcomes the short summary lists.</summary>
    /// <value>Default <c>fE</c>.</value>
    public string ReportLetters { get; init; } = "fE";

    /// <summary>Whether the report is without its header (<c>--no-header</c>).</summary>
    public bool NoHeader { get; init; }

    /// <summary>Whether the report is without its summaries (<c>--no-summary</c>).</summary>
    public bool NoSummary { get; init; }

    /// <summary>Whether the report is without warnings (<c>--disable-warnings</c>).</summary>
    public bool NoWarnings { get; init; }

    /// <summary>Whether the examples in XML documentation comments of cells are tests (<c>--doctest-modules</c>).</summary>
    public bool DoctestModules { get; init; }

    /// <summary>Whether the C# blocks in Markdown cells are tests (<c>--doctest-cells</c>).</summary>
    public bool DoctestCells { get; init; }

    /// <summary>The patterns given to <c>--doctest-glob</c>: files whose C# blocks are tests.</summary>
    public IReadOnlyList<string> DoctestGlobs { get; init; } = [];

    /// <summary>Whether an example goes on after its first mismatch (<c>--doctest-continue-on-failure</c>).</summary>
    public bool DoctestContinuesOnFailure { get; init; }

    /// <summary>The options that hold for all examples, by doctest's names (<c>--doctest-option ELLIPSIS</c>).</summary>
    public IReadOnlyList<string> DoctestOptions { get; init; } = [];

    /// <summary>What is said of coverage.</summary>
    public CoverageRequest Coverage { get; init; } = new();

    /// <summary>The values given to options of plugins, by the option's name (<c>--junit-xml</c>); an empty text for a flag.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> PluginValues { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Whether the options may leave a run with fewer tests than there are, or with none.</summary>
    internal bool SelectsTests =>
        Keyword is not null || MarkExpression is not null || Deselect.Count > 0 || Targets.Count > 0 || LastFailed || Stepwise;

    /// <summary>Whether the help is printed instead of running.</summary>
    public bool Help { get; init; }

    /// <summary>Whether the version is printed instead of running.</summary>
    public bool Version { get; init; }
}
