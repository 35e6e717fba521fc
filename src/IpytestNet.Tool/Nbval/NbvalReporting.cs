using IpytestNet.Cache;
using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Plugins;
using IpytestNet.Reporting;
using IpytestNet.Selection;

namespace IpytestNet.Tool.Nbval;

/// <summary>All that hears of the check of a notebook: the reports, what is remembered of earlier ones, and the report that a person sees.</summary>
internal sealed class NbvalReporting
{
    private readonly CacheProvider? _cache;
    private readonly PluginHost _host;
    private readonly TerminalReport _terminal;

    /// <param name="context">The check, as plugins see it.</param>
    /// <param name="plugins">The reports.</param>
    /// <param name="failuresBefore">The node ids of what had failed when the command began.</param>
    /// <param name="errors">Where defects of plugins are told.</param>
    /// <exception cref="UsageException">An option does not fit.</exception>
    public NbvalReporting(PluginContext context, IReadOnlyList<IPlugin> plugins, IReadOnlySet<string> failuresBefore, TextWriter errors)
    {
        var options = context.Options;
        _cache = CacheProvider.Of(options, options.LastFailed || options.FailedFirst ? failuresBefore : null, clears: false);
        _host = new PluginHost([.. plugins, .. _cache is null ? [] : new IPlugin[] { _cache }], errors);
        _host.Configure(context);
        _terminal = new TerminalReport(context.Output, new ReportStyle
        {
            // As the runs in a notebook: what is around it has said the rest.
            Options = options with { Verbosity = options.Verbosity - 1 },
            Color = context.Color,
            Width = context.Width,
            ModuleName = context.ModuleName,
            Sources = new CellTexts(context.FindSource),
            MoreSummary = _host.TerminalSummary,
        });
    }

    /// <summary>Why the check is to stop, or null.</summary>
    public string? StopReason => _cache?.StopReason;

    /// <summary>Lets the plugins choose, and tells all what will be checked.</summary>
    public IReadOnlyList<TestCase> Collected(SelectedTests selection)
    {
        // Cells run in the order of the notebook, whatever is to come first.
        var chosen = _host.ModifyItems(selection.Selected).ToHashSet();
        TestCase[] items = [.. selection.Selected.Where(chosen.Contains)];
        Send(new RunMessage.Collected(items, selection.Deselected + selection.Selected.Count - items.Length) { Notes = _host.ReportCollected() });
        return items;
    }

    /// <summary>Hands out a message.</summary>
    public void Send(RunMessage message)
    {
        _host.Send(message);
        foreach (var warning in _cache?.TakeWarnings() ?? [])
            Send(new RunMessage.Warning(warning));
        _terminal.Handle(message);
    }

    private sealed class CellTexts(Func<string, string?> find) : ISources
    {
        public string? Find(string file) => find(file);
    }
}
