using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Plugins;
using IpytestNet.Reports;
using IpytestNet.Reports.GitHub;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>The reports of the command: each is one over all notebooks and all runs in them.</summary>
internal sealed class CommandReports
{
    private readonly ToolConsole _console;
    private readonly IReadOnlyList<IPlugin> _reports;

    /// <param name="arguments">The arguments of the command, which may leave reports out.</param>
    /// <param name="console">The process around it.</param>
    public CommandReports(IReadOnlyList<string> arguments, ToolConsole console)
    {
        _console = console;
        var blocked = PluginNames.Blocked(PluginNames.In(arguments));
        _reports = [.. BuiltInReports.Create(console.Time, console.Variable).Where(report => !blocked.Contains(report.Name))];
        Options = PluginHost.OptionsOf(_reports);
    }

    /// <summary>The options of the reports.</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <summary>Tells the reports what is asked of them.</summary>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    public void Configure(RunCommandLine commandLine)
    {
        foreach (var report in _reports)
            report.Configure(Context("", commandLine.Options));
    }

    /// <summary>Gives the plugins for a notebook.</summary>
    public IReadOnlyList<IPlugin> For(NotebookTarget.Found target) =>
        [.. _reports.Where(report => report is not FileReport { IsWanted: false }).Select(report => new NotebookReport(report, target))];

    /// <summary>Whether any report is asked for.</summary>
    public bool AreWanted => _reports.OfType<IRecordedReport>().Any(report => report.IsWanted);

    /// <summary>What stands for the reports in the runs of another process; those with a file may be there beside the run's own.</summary>
    public IEnumerable<IPlugin> StandIns => _reports.Where(report => report is not FileReport).Select(report => new StandIn(report));

    /// <summary>Adds what came of a notebook, as far as the reports have not heard it.</summary>
    public void Add(TaskResult result)
    {
        var wanted = _reports.OfType<IRecordedReport>().Where(report => report.IsWanted).ToList();
        foreach (var entry in result.Entries)
        {
            foreach (var report in wanted)
                Try(() => report.Add(entry));
        }

        // The process may have ended in the middle of a run.
        if (result.Entries is [.., not RunEntry.Ended])
        {
            foreach (var report in wanted)
                Try(() => report.Add(new RunEntry.Ended(new RunMessage.Finished(ExitCode.Interrupted, TimeSpan.Zero))));
        }

        if (result.Outcome.ReportedCells is { } cells)
        {
            var findings = result.Outcome.Findings.Select(finding => finding.Place.Length > 0 ? $"{finding.Place}: {finding.Text}" : finding.Text);
            var notebook = new ReportedNotebook(result.Outcome.Name, result.Outcome.ExitCode, cells, [.. findings]);
            foreach (var report in wanted)
                Try(() => report.Add(new RunEntry.NotebookEnded(notebook)));
        }

        foreach (var error in result.Outcome.Errors)
            AddError(result.Outcome.Name, error);
    }

    /// <summary>Writes the reports once more, also where no test ran, and says where they are.</summary>
    public IEnumerable<string> Finish()
    {
        foreach (var annotation in _reports.OfType<GitHubReport>().SelectMany(report => report.NewAnnotations()))
            yield return annotation;
        foreach (var report in _reports.OfType<FileReport>().Where(report => report.IsWanted))
        {
            report.Write();
            yield return report.Notice;
        }
    }

    private void AddError(string notebook, ReportedError error)
    {
        var name = error.Place.Length > 0 ? error.Place : "notebook";
        var test = new TestCase { NodeId = $"{notebook}::{name}", Module = notebook, Name = name, DisplayName = name };
        SourceFrame[] frames = error.Origin is { } origin ? [new SourceFrame(origin.File, origin.Line, "<cell>")] : [];
        var trace = error.Trace is [] ? $"{error.Type}: {error.Message}" : string.Join('\n', error.Trace);
        var failure = new Failure([new FailedException(error.Type, error.Message, frames, trace)]);
        RunMessage[] messages =
        [
            new RunMessage.Started(_console.WorkingDirectory),
            new RunMessage.TestFinished(test, new TestOutcome.Errored(failure, "collection"), TimeSpan.Zero, "", ""),
            new RunMessage.Finished(ExitCode.TestsFailed, TimeSpan.Zero),
        ];
        foreach (var report in _reports)
        {
            report.Configure(Context(notebook, new RunOptions()));
            foreach (var one in messages)
                Try(() => report.Handle(one));
        }
    }

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The end of the command tries again, and says so.
        }
    }

    private PluginContext Context(string module, RunOptions options) => new()
    {
        Options = options,
        ModuleName = module,
        RootDirectory = _console.WorkingDirectory,
        Output = _console.Out,
        FindSource = _ => null,
    };
}
