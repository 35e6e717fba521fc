using IpytestNet.Cache;
using IpytestNet.CommandLine;
using IpytestNet.Tool.Nbval;

namespace IpytestNet.Tool;

/// <summary>The arguments of <c>ipytest run</c>: paths, options of the command, and pytest options for the runs inside the notebooks.</summary>
internal sealed record RunCommandLine
{
    private OptionLookup _known = OptionLookup.WithoutPlugins;

    /// <summary>Notebooks, folders, patterns and <c>notebook::node</c>, in the order given.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The notebooks and folders that are left out.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>The file or folder to write executed notebooks to, or null.</summary>
    public string? Output { get; init; }

    /// <summary>Whether executed notebooks replace those that were read.</summary>
    public bool InPlace { get; init; }

    /// <summary>Whether a notebook goes on after a cell that throws.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>Whether <c>Ipytest.AutoConfig()</c> is left out.</summary>
    public bool NoAutoConfig { get; init; }

    /// <summary>The part of the notebooks that runs, or null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>How many notebooks run at the same time, each in a process of its own; 0 for one after the other in this process, null if nothing was said.</summary>
    public int? Workers { get; init; }

    /// <summary>Whether and how the outputs of cells are compared with those that are stored.</summary>
    public NbvalOptions Nbval { get; init; } = new();

    /// <summary>The pytest options, to be appended to those of every run.</summary>
    public IReadOnlyList<string> PytestArguments { get; init; } = [];

    /// <summary>The options of the reports, which are the command's own and no matter of the runs.</summary>
    public IReadOnlyList<string> ReportArguments { get; init; } = [];

    /// <summary>What the pytest options and those of the reports mean.</summary>
    public RunOptions Options { get; init; } = new();

    /// <summary>Whether <c>--color</c> was given.</summary>
    public bool SaysColor { get; init; }

    /// <summary>Whether runs may be left with fewer tests than their cells have, or with none.</summary>
    public bool NarrowsRuns => Options.SelectsTests || Options.CollectOnly;

    /// <summary>Whether earlier runs are remembered.</summary>
    public bool UsesCache => !Options.PluginNames.Contains($"no:{CacheProvider.PluginName}", StringComparer.Ordinal);

    /// <summary>Reads the arguments after the verb.</summary>
    /// <exception cref="UsageException">They are wrong.</exception>
    public static RunCommandLine Parse(IReadOnlyList<string> arguments) => Parse(arguments, []);

    /// <summary>Reads the arguments after the verb, where there are reports.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="ofReports">The options of the reports.</param>
    /// <exception cref="UsageException">They are wrong.</exception>
    public static RunCommandLine Parse(IReadOnlyList<string> arguments, IReadOnlyList<Option> ofReports)
    {
        var read = RunnerOptions.Take(arguments, out var rest);
        var known = new OptionLookup([.. OptionTable.All, .. ofReports]);
        // The table of pytest options tells which of them take a value, so what is left over are paths.
        var scanned = ArgumentScanner.Scan(rest, known);
        string[] pytest = [.. scanned.Uses.Where(use => !ofReports.Contains(use.Option) && !IsIgnore(use) && !IsWorkers(use)).Select(Spell), .. scanned.Unrecognized];
        string[] reports = [.. scanned.Uses.Where(use => ofReports.Contains(use.Option)).Select(Spell)];
        string[] ignored = [.. scanned.Uses.Where(IsIgnore).Select(use => use.Value)];
        var workers = scanned.Uses.LastOrDefault(IsWorkers)?.Option.Apply(new RunOptions(), scanned.Uses.Last(IsWorkers).Value).Workers;
        var saysColor = scanned.Uses.Any(use => use.Option.Names.Contains("--color"));
        var commandLine = (read with { Paths = scanned.Targets, Ignore = ignored, SaysColor = saysColor, Workers = workers, ReportArguments = reports, _known = known }).Append(pytest);
        return commandLine.Options.Help || commandLine.Options.Version ? commandLine : commandLine.Checked();
    }

    /// <summary>Returns a copy with more pytest arguments.</summary>
    public RunCommandLine Append(IEnumerable<string> pytestArguments)
    {
        string[] all = [.. PytestArguments, .. pytestArguments];
        return this with { PytestArguments = all, Options = OptionParser.Parse([], [], [.. all, .. ReportArguments], _known) };
    }

    /// <summary>Returns a copy in which <c>-n</c> counts for the tests in the notebooks.</summary>
    public RunCommandLine WithTestsSideBySide() => Workers is { } workers ? Append([$"--numprocesses={workers}"]) with { Workers = null } : this;

    /// <summary>Writes the arguments again, without paths and reports, for another process.</summary>
    public IReadOnlyList<string> Spell() =>
    [
        .. Flag("--allow-errors", AllowErrors),
        .. Flag("--no-autoconfig", NoAutoConfig),
        .. Nbval.Spell(),
        .. PytestArguments,
    ];

    private static string[] Flag(string name, bool isOn) => isOn ? [name] : [];

    private static bool IsWorkers(OptionUse use) => use.Option.Names.Contains("--numprocesses");

    private static bool IsIgnore(OptionUse use) => use.Option.Names.Contains("--ignore");

    // A seed that nobody gave is drawn once, so that it is the same in all runs.
    private static string Spell(OptionUse use) => use switch
    {
        { Option.ValueIsOptional: true, Value: "" } when use.Option.Apply(new RunOptions(), "").RandomOrderSeed is { } seed => $"{use.Option.Names[^1]}={seed}",
        { Option.TakesValue: true } => $"{use.Option.Names[^1]}={use.Value}",
        _ => use.Option.Names[^1],
    };

    private RunCommandLine Checked()
    {
        if (Paths is [])
            throw new UsageException("expected at least one PATH (a notebook, a folder or a pattern), but there is none; `ipytest run .` runs all notebooks below this folder");
        if (InPlace && Output is not null)
            throw new UsageException("expected --output or --inplace, but both are given; leave one out");
        if (InPlace && Nbval.IsOn)
            throw new UsageException("expected --nbval or --inplace, but both are given; --nbval-update stores the outputs that differ, and no others");
        return this with { Nbval = Nbval.Checked() };
    }
}
