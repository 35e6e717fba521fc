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

    /// <summary>Whether output of tests is passed through as it happens (<c>-s</c>).</summary>
    public bool NoCapture { get; init; }

    /// <summary>Whether the help is printed instead of running.</summary>
    public bool Help { get; init; }

    /// <summary>Whether the version is printed instead of running.</summary>
    public bool Version { get; init; }
}
