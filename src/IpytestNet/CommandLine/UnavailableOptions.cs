namespace IpytestNet.CommandLine;

/// <summary>Options of pytest and of its well-known plugins that this version refuses by name, so that none is ever ignored.</summary>
internal static class UnavailableOptions
{
    private const string ShortLetters = "mnprlcoW";

    private static readonly string[] Families =
    [
        "--asyncio-", "--benchmark-", "--collect-in-", "--cov", "--doctest-", "--junit", "--log-", "--maxproc", "--nbval",
        "--no-cov", "--random-order", "--timeout-",
    ];

    /// <summary>The long names that an abbreviation could mean.</summary>
    public static IReadOnlyList<string> LongNames { get; } =
    [
        "--assert", "--basetemp", "--cache-clear", "--cache-show", "--config-file",
        "--confcutdir", "--continue-on-collection-errors", "--cov", "--debug", "--disable-pytest-warnings",
        "--disable-warnings", "--display", "--dist", "--doctest-modules", "--durations", "--durations-min", "--failed-first",
        "--ff", "--fixtures", "--fixtures-per-test", "--force-short-summary", "--full-trace", "--html", "--ignore",
        "--ignore-glob", "--import-mode", "--junit-xml", "--junitxml", "--keep-duplicates", "--last-failed",
        "--last-failed-no-failures", "--lf", "--lfnf", "--markers", "--new-first", "--nf",
        "--no-fold-skipped", "--no-header", "--no-showlocals", "--no-summary", "--noconftest", "--numprocesses",
        "--override-ini", "--pastebin", "--pdb", "--pdbcls", "--pyargs", "--pythonwarnings", "--report-log", "--reruns",
        "--rootdir", "--runxfail", "--self-contained-html", "--setup-only", "--setup-plan", "--setup-show",
        "--show-capture", "--showlocals", "--stepwise", "--stepwise-reset", "--stepwise-skip", "--strict",
        "--strict-config", "--strict-markers", "--sw", "--sw-reset", "--sw-skip", "--timeout", "--trace",
        "--trace-config", "--trx", "--verbosity", "--xfail-tb",
    ];

    /// <summary>Tells whether a name is refused, by itself or as one of a family such as <c>--cov-…</c>.</summary>
    public static bool Contains(string name) =>
        name is ['-', var letter] && letter != '-'
            ? ShortLetters.Contains(letter, StringComparison.Ordinal)
            : LongNames.Contains(name, StringComparer.Ordinal)
                || Array.Exists(Families, family => name.StartsWith(family, StringComparison.Ordinal));

    /// <summary>Makes the error that refuses one.</summary>
    public static UsageException Refuse(string name) =>
        new($"{name} is an option of pytest that is not available in this version; --help lists the options that are")
        {
            ShowsUsage = true,
        };
}
