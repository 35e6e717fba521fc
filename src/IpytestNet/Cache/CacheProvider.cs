using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Plugins;

namespace IpytestNet.Cache;

/// <summary>The plugin that remembers earlier runs in <c>.ipytest_cache</c>; pytest's plugin of the same name.</summary>
/// <param name="failuresBefore">The failures that were known when the command began which runs the notebook, or null without one.</param>
/// <param name="clears">Whether all that is known is forgotten first.</param>
internal sealed class CacheProvider(IReadOnlySet<string>? failuresBefore, bool clears) : IPlugin
{
    /// <summary>The name by which <c>-p no:cacheprovider</c> leaves it out.</summary>
    public const string PluginName = "cacheprovider";

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];
    private RunOptions _options = new();
    private EarlierRuns _earlier = null!;
    private LastFailed _failed = null!;
    private KnownTests _known = null!;
    private Stepwise? _stepwise;

    /// <inheritdoc/>
    public string Name => PluginName;

    /// <summary>Why the run is to stop, in pytest's words, or null.</summary>
    public string? StopReason => _stepwise is { IsStopped: true } ? "Interrupted: Test failed, continuing from this test next run." : null;

    /// <summary>Makes the plugin of a run, or null where it is left out.</summary>
    /// <exception cref="UsageException">An option needs it.</exception>
    public static CacheProvider? Of(RunOptions options, IReadOnlySet<string>? failuresBefore, bool clears)
    {
        if (!options.PluginNames.Contains($"no:{PluginName}", StringComparer.Ordinal))
            return new CacheProvider(failuresBefore, clears);
        string[] needy =
        [
            .. new[] { ("--lf", options.LastFailed), ("--ff", options.FailedFirst), ("--nf", options.NewFirst), ("--sw", options.Stepwise), ("--cache-clear", options.ClearCache) }
                .Where(option => option.Item2).Select(option => option.Item1),
        ];
        return needy.Length == 0
            ? null
            : throw new UsageException($"unrecognized arguments: {string.Join(' ', needy)} (-p no:{PluginName} leaves out the plugin that knows them)") { ShowsUsage = true };
    }

    /// <inheritdoc/>
    public void Configure(PluginContext context)
    {
        _options = context.Options;
        var folder = CacheFolder.Beside(context.RootDirectory, Warn);
        if (clears)
            folder.Clear();
        _earlier = new EarlierRuns(folder);
        IEnumerable<string> failed = failuresBefore is not null ? failuresBefore : _options.LastFailed || _options.FailedFirst ? _earlier.ReadFailed() : [];
        _failed = new LastFailed(_options, failed, isOfCommand: failuresBefore is not null);
        _known = new KnownTests(_options, _options.NewFirst ? _earlier.ReadKnown() : []);
        _stepwise = _options.Stepwise ? new Stepwise(_earlier.ReadStepwise(), _options.StepwiseSkip) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<TestCase> ModifyItems(IReadOnlyList<TestCase> tests) =>
        _known.Select(_failed.Select(_stepwise?.Select(tests) ?? tests));

    /// <inheritdoc/>
    public void Handle(RunMessage message)
    {
        switch (message)
        {
            case RunMessage.TestFinished finished:
                _failed.Take(finished);
                _stepwise?.Take(finished);
                break;
            case RunMessage.Finished:
                Save();
                break;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> ReportHeader() => _options.Verbosity > 0 ? [$"cachedir: {CacheFolder.Name}"] : [];

    /// <inheritdoc/>
    public IEnumerable<string> ReportCollected()
    {
        if (_stepwise?.Status is { } ofStepwise)
            yield return $"stepwise: {ofStepwise}";
        if (_failed.Status is { } ofFailed)
            yield return $"run-last-failure: {ofFailed}";
    }

    /// <summary>Hands out what is to be said of the cache folder, once.</summary>
    public IReadOnlyList<string> TakeWarnings()
    {
        string[] taken = [.. _warnings];
        _warnings.Clear();
        return taken;
    }

    private void Warn(string text)
    {
        if (_told.Add(text))
            _warnings.Add(text);
    }

    // Read again first, so that runs of other notebooks in the folder keep what they have written meanwhile.
    private void Save()
    {
        if (_failed.Merge(_earlier.ReadFailed()) is { } failed)
            _earlier.WriteFailed(failed);
        if (_options.CollectOnly)
            return;
        if (_known.Merge(_earlier.ReadKnown()) is { } known)
            _earlier.WriteKnown(known);
        if (_stepwise is not null && _stepwise.StoppedAt != _earlier.ReadStepwise())
            _earlier.WriteStepwise(_stepwise.StoppedAt);
    }
}
