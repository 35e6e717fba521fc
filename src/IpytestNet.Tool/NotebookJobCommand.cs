using System.Text.Json;
using IpytestNet.Plugins;
using IpytestNet.Tool.Runners;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>The verb by which <c>ipytest run</c> has a notebook run in a process of its own.</summary>
/// <param name="console">The process around it.</param>
/// <param name="interruption">Signalled by Ctrl+C.</param>
internal sealed class NotebookJobCommand(ToolConsole console, CancellationToken interruption)
{
    /// <summary>The name of the verb.</summary>
    public const string Verb = "notebook-runner";

    /// <summary>Waits for a notebook and runs it.</summary>
    /// <param name="projects">The full paths of projects that it will refer to.</param>
    public ExitCode Run(IReadOnlyList<string> projects) =>
        new RunnerCommand(interruption).Run(projects, (job, ending) => Run(JsonSerializer.Deserialize<NotebookJob>(job)!, ending));

    private ExitCode Run(NotebookJob job, CancellationToken ending)
    {
        var here = console with { Width = job.Width };
        var reports = new CommandReports(job.Arguments, here);
        var commandLine = RunCommandLine.Parse([.. job.Arguments, job.Task.Target.FullPath], reports.Options);
        var limit = new FailureLimit(commandLine.Options);
        limit.Add(job.Failures);
        using var account = new AccountWriter<NotebookMessage>(job.Account);
        var coverage = new CoverageOfCommand(commandLine.Options.Coverage, here, data => account.Tell(NotebookMessage.Measured.Of(data, here.WorkingDirectory)));
        using var screen = new RunScreen(here, new Palette(job.IsColored));
        using var runner = new TargetRunner(
            commandLine, limit, screen, here, target => PluginsFor(target, job.HasReports ? account : null, reports), coverage, new AccountFollower(account), ending);

        var outcome = runner.Run(job.Task, hasNext: false).Outcome;
        account.Tell(new NotebookMessage.Ended(outcome));
        return outcome.ExitCode;
    }

    private IEnumerable<IPlugin> PluginsFor(NotebookTarget.Found target, AccountWriter<NotebookMessage>? account, CommandReports reports)
    {
        IEnumerable<IPlugin> told = account is null ? [] : [new NotebookReport(new EntrySender(console.Time, entry => account.Tell(new NotebookMessage.Reported(entry))), target)];
        return told.Concat(reports.StandIns);
    }
}
