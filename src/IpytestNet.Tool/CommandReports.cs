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
        [.. _reports.Where(report => report is not FileReport { IsWanted: false }).Select(report => new NotebookReport(report, target.Shown, Path.GetFileName(target.FullPath)))];

    /// <summary>Adds what is no test and went wrong all the same: a cell that threw, a notebook that cannot be read.</summary>
    /// <param name="notebook">How the notebook is called in reports.</param>
    /// <param name="place">The cell, or an empty text for the notebook as a whole.</param>
    /// <param name="type">The type of the exception.</param>
    /// <param name="message">What happened.</param>
    public void AddError(string notebook, string place, string type, string message)
    {
        var name = place.Length > 0 ? place : "notebook";
        var test = new TestCase { NodeId = $"{notebook}::{name}", Module = notebook, Name = name, DisplayName = name };
        var failure = new Failure([new FailedException(type, message, [], $"{type}: {message}")]);
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
                Send(report, one);
        }
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

    private static void Send(IPlugin report, RunMessage message)
    {
        try
        {
            report.Handle(message);
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
