using IpytestNet.Cache;
using IpytestNet.CommandLine;
using IpytestNet.Coverage;
using IpytestNet.Execution;
using IpytestNet.Plugins;
using IpytestNet.Reporting;
using IpytestNet.Selection;
using IpytestNet.Sessions;

namespace IpytestNet;

/// <summary>All that hears of a run: the plugins, what is remembered of earlier runs, and the report that a person sees.</summary>
internal sealed class RunReporting : IDisposable
{
    private readonly NotebookSession _session;
    private readonly RunDisplay _display;
    private readonly CacheProvider? _cache;
    private readonly PluginHost _host;
    private readonly TerminalReport _terminal;
    private readonly PostMortemPrompt? _prompt;
    private readonly RunCoverage? _coverage;

    /// <summary>Lets the plugins learn the options.</summary>
    /// <exception cref="UsageException">An option does not fit.</exception>
    /// <param name="session">The notebook.</param>
    /// <param name="command">The arguments of the run.</param>
    /// <param name="plugins">Its plugins.</param>
    /// <param name="coverage">Its coverage, or null.</param>
    /// <param name="capture">The console as it was before the run.</param>
    /// <param name="width">The number of columns of the report.</param>
    public RunReporting(NotebookSession session, RunCommand command, RunPlugins plugins, RunCoverage? coverage, OutputCapture capture, int width)
    {
        _session = session;
        _coverage = coverage;
        session.LastFailure = null;
        var options = command.Options;
        var isColored = IsColored(options);
        _display = RunDisplay.Of(options, session.Host, plugins.HasTerminal, capture.ReportOutput);
        _cache = CacheProvider.Of(
            options,
            command.Appended.LastFailed || command.Appended.FailedFirst ? session.FailuresBefore : null,
            clears: options.ClearCache && !command.Appended.ClearCache);
        _host = new PluginHost([.. plugins.All, .. _display.Plugins, .. BuiltIn(options), .. coverage is null ? [] : new IPlugin[] { coverage }], capture.ReportError);
        _host.Configure(new PluginContext
        {
            Options = options,
            ModuleName = command.Module,
            RootDirectory = Environment.CurrentDirectory,
            Width = width,
            Color = isColored,
            Output = _display.Output,
            FindSource = ((ISources)session).Find,
        });
        _prompt = options.PostMortem ? FailurePrompt.Of(session) : null;
        _terminal = new TerminalReport(_display.Output, new ReportStyle
        {
            Options = options,
            Color = isColored,
            Width = width,
            ModuleName = command.Module,
            Sources = session,
            ConfigFile = command.Ini.Path,
            MoreHeader = _host.ReportHeader,
            MoreSummary = _host.TerminalSummary,
            Prompt = _prompt,
        });
    }

    /// <summary>Why the run is to stop, in pytest's words, or null.</summary>
    public string? StopReason => _prompt is { IsQuit: true } ? "Quitting debugger" : _cache?.StopReason;

    /// <summary>Whether the report is coloured.</summary>
    public static bool IsColored(RunOptions options) =>
        CaptureColor.Resolve(options.Color, isTerminal: !Console.IsOutputRedirected, Environment.GetEnvironmentVariable);

    /// <summary>Lets the plugins change what runs, and tells all what will.</summary>
    /// <param name="selection">The tests that are selected.</param>
    /// <returns>Those that will run.</returns>
    public IReadOnlyList<TestCase> Collected(SelectedTests selection)
    {
        var items = _host.ModifyItems(selection.Selected);
        var deselected = selection.Deselected + selection.Selected.Count - items.Count;
        Send(new RunMessage.Collected(items, deselected) { Notes = _host.ReportCollected() });
        return items;
    }

    /// <summary>Tells of tests that could not be collected, so that none will run.</summary>
    /// <returns>Why the run ends.</returns>
    public string Uncollected(IReadOnlyList<RunMessage.TestFinished> errors)
    {
        Send(new RunMessage.Collected([], 0) { Errors = errors.Count });
        foreach (var error in errors)
            Send(error);
        return $"Interrupted: {errors.Count} {(errors.Count == 1 ? "error" : "errors")} during collection";
    }

    /// <summary>Hands out a message; the report that a person sees comes last, so that its end can have what the others say of theirs.</summary>
    public void Send(RunMessage message)
    {
        if (message is RunMessage.TestFinished finished)
            KeepFailure(finished);
        _host.Send(message);
        foreach (var warning in _cache?.TakeWarnings() ?? [])
            Send(new RunMessage.Warning(warning));
        _terminal.Handle(message);
        if (message is RunMessage.Finished)
            _display.Show(_coverage is { HasReport: true } ? _session.Coverage.Last : null);
    }

    // What follows on a failure, in the teardown of the same test, is not what is looked for.
    private void KeepFailure(RunMessage.TestFinished finished)
    {
        if (_session.LastFailure?.Test.NodeId != finished.Test.NodeId)
            _session.LastFailure = LastFailure.Of(finished) ?? _session.LastFailure;
    }

    /// <inheritdoc/>
    public void Dispose() => _display.Dispose();

    // Earlier runs come last: what failed goes first in whatever order the others have made.
    private IEnumerable<IPlugin> BuiltIn(RunOptions options)
    {
        if (options.RandomOrderSeed is { } seed)
            yield return new RandomOrder(seed);
        if (_cache is not null)
            yield return _cache;
    }
}
