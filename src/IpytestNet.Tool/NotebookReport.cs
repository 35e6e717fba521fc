using IpytestNet.Execution;
using IpytestNet.Plugins;
using IpytestNet.Reports;

namespace IpytestNet.Tool;

/// <summary>A report of the whole command as it takes part in the runs of one notebook, which it calls by its path.</summary>
/// <param name="report">The report.</param>
/// <param name="target">The notebook, which calls itself by its file's name; two of the same name lie in different folders.</param>
internal sealed class NotebookReport(IPlugin report, NotebookTarget.Found target) : IPlugin
{
    private readonly string _fileName = Path.GetFileName(target.FullPath);

    /// <inheritdoc/>
    public string Name => report.Name;

    // A run may have a report with a file of its own beside this one; its option is not ours to take.
    /// <inheritdoc/>
    public IReadOnlyList<PluginOption> Options => report is FileReport ? [] : report.Options;

    /// <inheritdoc/>
    public void Configure(PluginContext context) =>
        report.Configure(context with { ModuleName = context.ModuleName == _fileName ? target.Shown : context.ModuleName });

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

    private TestCase Renamed(TestCase test) => test.Module == _fileName && test.NodeId.StartsWith(_fileName, StringComparison.Ordinal)
        ? test with { Module = target.Shown, NodeId = target.Shown + test.NodeId[_fileName.Length..] }
        : test;
}
