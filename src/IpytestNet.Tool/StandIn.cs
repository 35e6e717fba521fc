using IpytestNet.Plugins;

namespace IpytestNet.Tool;

/// <summary>Stands for a report of the command in the runs of a process of its own, so that they know its options and do not bring one themselves.</summary>
/// <param name="report">The report.</param>
internal sealed class StandIn(IPlugin report) : IPlugin
{
    /// <inheritdoc/>
    public string Name => report.Name;

    /// <inheritdoc/>
    public IReadOnlyList<PluginOption> Options => report.Options;
}
