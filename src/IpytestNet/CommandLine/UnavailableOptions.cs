namespace IpytestNet.CommandLine;

/// <summary>Options of pytest and of its well-known plugins that this version refuses by name, so that none is ever ignored.</summary>
internal static class UnavailableOptions
{
    private const string ShortLetters = "lcoW";

    private static readonly string[] Families =
    [
        "--asyncio-", "--benchmark-", "--collect-in-", "--junit-", "--log-", "--maxproc", "--nbval",
        "--random-order-", "--timeout-",
    ];

    /// <summary>The long names that an abbreviation could mean.</summary>
    public static IReadOnlyList<string> LongNames { get; } =
    [
        "--assert", "--basetemp", "--cache-show", "--config-file", "--confcutdir", "--continue-on-collection-errors",
        "--debug", "--dist", "--fixtures-per-test", "--force-short-summary", "--full-trace", "--ignore-glob",
        "--import-mode", "--keep-duplicates", "--no-fold-skipped", "--no-showlocals", "--noconftest", "--override-ini",
        "--pastebin", "--pdbcls", "--pyargs", "--pythonwarnings", "--reruns", "--rootdir", "--self-contained-html",
        "--setup-only", "--setup-plan", "--setup-show", "--showlocals", "--stepwise-reset", "--strict",
        "--strict-config", "--sw-reset", "--trace", "--trace-config", "--verbosity", "--xfail-tb",
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
