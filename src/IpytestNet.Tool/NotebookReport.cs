using IpytestNet.Execution;
using IpytestNet.Plugins;
using IpytestNet.Reports;

namespace IpytestNet.Tool;

/// <summary>A report of the whole command as it takes part in the runs of one notebook, which it calls by its path.</summary>
/// <param name="report">The report.</param>
/// <param name="shown">How the notebook is called in reports; two of the same name lie in different folders.</param>
/// <param name="fileName">How the notebook calls itself.</param>
internal sealed class NotebookReport(IPlugin report, string shown, string fileName) : IPlugin
{
    /// <inheritdoc/>
    public string Name => report.Name;

    // A run may have a report with a file of its own beside this one; its option is not ours to take.
    /// <inheritdoc/>
    public IReadOnlyList<PluginOption> Options => report is FileReport ? [] : report.Options;

    /// <inheritdoc/>
    public void Configure(PluginContext context) =>
        report.Configure(context with { ModuleName = context.ModuleName == fileName ? shown : context.ModuleName });

    /// <inheritdoc/>
    public void Handle(RunMessage message) => report.Handle(message switch
    {
        RunMessage.Warning { Test: { } test } warning => warning with { Test = Renamed(test) },
        RunMessage.Collected collected => collected with { Selected = [.. collected.Selected.Select(Renamed)] },
        RunMessage.TestStarted started => new RunMessage.TestStarted(Renamed(started.Test)),
        RunMessage.TestFinished finished => finished with { Test = Renamed(finished.Test) },
        RunMessage.Finished { Interrupted: { } test } finished => finished with { Interrupted = Renamed(test) },
        _ => message,
    });

    private TestCase Renamed(TestCase test) => test.Module == fileName && test.NodeId.StartsWith(fileName, StringComparison.Ordinal)
        ? test with { Module = shown, NodeId = shown + test.NodeId[fileName.Length..] }
        : test;
}
