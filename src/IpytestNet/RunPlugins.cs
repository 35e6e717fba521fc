using IpytestNet.CommandLine;
using IpytestNet.Discovery;
using IpytestNet.Plugins;
using IpytestNet.Reports;
using IpytestNet.Sessions;

namespace IpytestNet;

/// <summary>The plugins of a run: those of the user, those that <c>-p</c> names, those of the command around it, and our reports.</summary>
internal sealed class RunPlugins
{
    private const string TerminalName = "terminal";

    private readonly IReadOnlyList<string> _names;
    private readonly IReadOnlySet<string> _blocked;

    private RunPlugins(IReadOnlyList<IPlugin> all, IReadOnlyList<string> names, IReadOnlySet<string> blocked)
    {
        All = all;
        _names = names;
        _blocked = blocked;
    }

    /// <summary>All that take part; a plugin comes before the reports, so that they hear of what it has done.</summary>
    public IReadOnlyList<IPlugin> All { get; }

    /// <summary>Whether there is a report on the terminal; <c>-p no:terminal</c> leaves it out.</summary>
    public bool HasTerminal => !_blocked.Contains(TerminalName);

    /// <summary>Gathers them.</summary>
    /// <param name="session">The notebook.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="arguments">The arguments of the run from all sources.</param>
    /// <exception cref="UsageException">A plugin cannot be found or made, or has an option that there is already.</exception>
    public static async Task<RunPlugins> GatherAsync(NotebookSession session, RunRequest request, IReadOnlyList<string> arguments)
    {
        // A report of the command around the run takes the place of ours, unless each may have a file of its own.
        var reports = BuiltInReports.Create().Where(report => report is FileReport || !session.Plugins.Any(plugin => IsNamed(plugin, report.Name))).ToList();
        var names = PluginNames.In(arguments);
        var blocked = PluginNames.Blocked(names);
        var given = new List<IPlugin>([.. request.Plugins, .. session.Plugins, .. NotebookPlugins.Create(session)]);
        foreach (var name in PluginNames.Loaded(names).Where(name => name is not TerminalName && !reports.Concat(given).Any(plugin => IsNamed(plugin, name))))
            given.Add(await PluginLookup.FindAsync(session, name, [.. reports.Select(plugin => plugin.Name)]));

        IPlugin[] all = [.. given.Concat(reports).Where(plugin => !blocked.Any(name => IsNamed(plugin, name)) && IsSound(plugin))];
        PluginOptionRules.Check(all, OptionTable.All);
        return new RunPlugins(all, names, blocked);
    }

    /// <summary>Makes sure that no <c>-p</c> was overlooked, as one that shares a dash with other letters is.</summary>
    /// <exception cref="UsageException">One was.</exception>
    public void Check(RunOptions options)
    {
        if (options.PluginNames.FirstOrDefault(name => !_names.Contains(name.Trim())) is { } overlooked)
            throw new UsageException($"argument -p: write -p {overlooked} as an argument of its own, so that the plugin is known before its options are read");
    }

    private static bool IsNamed(IPlugin plugin, string name)
    {
        try
        {
            return plugin.Name == name || plugin.GetType().Name == name || plugin.GetType().FullName == name;
        }
        catch (Exception e) when (e is not (OperationCanceledException or ThreadInterruptedException))
        {
            return plugin.GetType().Name == name;
        }
    }

    // What a plugin throws is told, and never ends a run.
    private static bool IsSound(IPlugin plugin)
    {
        try
        {
            return plugin.Name is not null && plugin.Options is not null ? true : throw new InvalidOperationException("Name or Options is null.");
        }
        catch (Exception e) when (e is not (OperationCanceledException or ThreadInterruptedException))
        {
            Console.Error.WriteLine(PluginHost.Problem(plugin.GetType(), e));
            return false;
        }
    }
}
