using System.Diagnostics;
using System.Globalization;
using IpytestNet.Assertions.Conditions;
using IpytestNet.CommandLine;
using IpytestNet.Discovery;
using IpytestNet.Execution;
using IpytestNet.LateBinding;
using IpytestNet.Plugins;
using IpytestNet.Reporting;
using IpytestNet.Selection;
using IpytestNet.Sessions;

namespace IpytestNet;

/// <summary>One run of tests, from arguments to exit code.</summary>
/// <param name="session">The notebook.</param>
/// <param name="request">What is asked for; names in braces are replaced at once, so that a wrong one is told before anything runs.</param>
internal sealed class TestRun(NotebookSession session, RunRequest request)
{
    private readonly RunCommand _command = RunCommand.Of(session, request);
    private bool _emptiedFromOutside;

    private int Width => request.Config.DisplayColumns ?? TerminalWidth.Current;

    /// <summary>Runs, reports and keeps the exit code.</summary>
    /// <exception cref="IpytestException">The run did not end well and <c>raiseOnError</c> is set.</exception>
    public Task<ExitCode> RunAsync(CancellationToken cancellationToken) => request.Config.RunInThread
        ? Task.Factory.StartNew(
            () => RunOnceAsync(cancellationToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()
        : RunOnceAsync(cancellationToken);

    private async Task<ExitCode> RunOnceAsync(CancellationToken cancellationToken)
    {
        using var scope = session.BeginRun();
        // The tests keep the culture of the notebook; the report, and the names of theory rows, have none.
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var exitCode = await ReportErrorsAsync(culture, cancellationToken);
        session.EndRun(exitCode);
        // Selection by the command that runs whole notebooks may well leave nothing of a single run: no mistake of the notebook's.
        if (exitCode is ExitCode.NoTestsCollected && _emptiedFromOutside)
        {
            exitCode = ExitCode.Ok;
            session.ExitCode = exitCode;
        }

        return request.Config.RaiseOnError && exitCode is not ExitCode.Ok ? throw new IpytestException(exitCode) : exitCode;
    }

    private async Task<ExitCode> ReportErrorsAsync(CultureInfo culture, CancellationToken cancellationToken)
    {
        try
        {
            return await ConductAsync(culture, cancellationToken);
        }
        catch (UsageException error)
        {
            await Console.Error.WriteLineAsync(UsageText.Describe(error));
            return ExitCode.UsageError;
        }
        catch (Exception error) when (error is not (OperationCanceledException or ThreadInterruptedException))
        {
            await Console.Error.WriteLineAsync($"INTERNALERROR> {error.GetType().Name}: {error.Message}\nThis is a defect of ipytest; please report it with the cell that shows it.");
            return ExitCode.InternalError;
        }
    }

    private async Task<ExitCode> ConductAsync(CultureInfo culture, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        IPlugin[] plugins = [.. request.Plugins];
        var ofPlugins = PluginHost.OptionsOf(plugins);
        var command = _command.Parse(ofPlugins);
        var options = command.Options;
        if (options.Help || options.Version)
        {
            await Console.Out.WriteLineAsync(options.Help ? HelpText.Render(Width, ofPlugins) : $"ipytest {Ipytest.Version}");
            return ExitCode.Ok;
        }

        using var capture = new OutputCapture(options.NoCapture);
        var host = new PluginHost(plugins, capture.ReportError);
        host.Configure(Context(capture.ReportOutput, command));
        var terminal = Terminal(capture.ReportOutput, command, host);
        Send(new RunMessage.Started(Environment.CurrentDirectory));
        foreach (var warning in (await LateDeclaration.RefreshAsync(session)).Concat(Warnings(command)))
            Send(new RunMessage.Warning(warning));

        var doctests = DoctestTests.Find(session, request.Module, command.Targets, options);
        foreach (var warning in doctests.Warnings)
            Send(new RunMessage.Warning(warning));
        IReadOnlyList<TestCase> collected = [.. doctests.Tests, .. await TestCollection.CollectAsync(session, request.Module, [.. command.Targets.Where(target => !doctests.Own(target))])];
        session.FoundTests.UnionWith(collected.Select(test => test.Classes is [var outermost, ..] ? outermost : test.Name));
        var selection = TestSelection.Select(collected, options with { Targets = doctests.Wanted(command.Targets, command.Module) }, command.Module);
        var narrowed = TestSelection.Narrow(selection, command.AppendedTargets);
        _emptiedFromOutside = narrowed.Deselected > 0 && command.SelectsFromOutside;
        var items = host.ModifyItems(narrowed.Selected);
        Send(new RunMessage.Collected(items, narrowed.Deselected + narrowed.Selected.Count - items.Count));

        // An asynchronous local that an async method sets is gone when it returns.
        Detail.Current = Detail.Of(options.Verbosity);
        var execution = new TestExecution(options, culture, capture, new NoSurroundings(), Send);
        if (!options.CollectOnly)
            await execution.RunAsync(items, cancellationToken);

        var exitCode = ExitCodeOf(items, execution, cancellationToken.IsCancellationRequested);
        var stopped = execution.StoppedByFailures ? $"stopping after {execution.Failures} failures" : null;
        Send(new RunMessage.Finished(exitCode, Stopwatch.GetElapsedTime(start), stopped, execution.Interrupted));
        return exitCode;

        void Send(RunMessage message)
        {
            // The report comes last, so that its end can have what the others say of theirs.
            host.Send(message);
            terminal.Handle(message);
        }
    }

    private IEnumerable<string> Warnings(RunCommand command) => command.Targets.Count > 0
        ? NotebookTests.Doubts(session)
        : ["There is nothing to test: defopts is false and no test was named. Name tests, as in Ipytest.Run(\"{TestAdds}\"), or leave defopts at \"auto\"."];

    private static bool IsColored(RunCommand command) =>
        CaptureColor.Resolve(command.Options.Color, isTerminal: !Console.IsOutputRedirected, Environment.GetEnvironmentVariable);

    private PluginContext Context(TextWriter output, RunCommand command) => new()
    {
        Options = command.Options,
        ModuleName = command.Module,
        RootDirectory = Environment.CurrentDirectory,
        Width = Width,
        Color = IsColored(command),
        Output = output,
        FindSource = ((ISources)session).Find,
    };

    private TerminalReport Terminal(TextWriter output, RunCommand command, PluginHost host) => new(output, new ReportStyle
    {
        Options = command.Options,
        Color = IsColored(command),
        Width = Width,
        ModuleName = command.Module,
        Sources = session,
        MoreHeader = host.ReportHeader,
        MoreSummary = host.TerminalSummary,
    });

    private static ExitCode ExitCodeOf(IReadOnlyList<TestCase> items, TestExecution execution, bool interrupted)
    {
        if (interrupted)
            return ExitCode.Interrupted;
        if (execution.Failures > 0)
            return ExitCode.TestsFailed;
        return items.Count > 0 ? ExitCode.Ok : ExitCode.NoTestsCollected;
    }
}
