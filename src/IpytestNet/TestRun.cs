using System.Diagnostics;
using System.Globalization;
using IpytestNet.Assertions.Conditions;
using IpytestNet.CommandLine;
using IpytestNet.Coverage;
using IpytestNet.Discovery;
using IpytestNet.Execution;
using IpytestNet.Fixtures;
using IpytestNet.Ini;
using IpytestNet.LateBinding;
using IpytestNet.Plugins;
using IpytestNet.Reporting;
using IpytestNet.Selection;
using IpytestNet.Sessions;
using IpytestNet.Stopping;

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

    /// <summary>Begins to measure coverage, if the run will ask for it, before the cell is compiled that has its tests.</summary>
    public void ConsiderCoverage() => CoverageStart.Consider(session, request.Config.Coverage, _command.With(IniSettings.Find(Environment.CurrentDirectory)).Arguments);

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
        await LoadConftestsAsync();
        var given = _command.With(IniSettings.Find(Environment.CurrentDirectory));
        var plugins = await RunPlugins.GatherAsync(session, request, given.Arguments);
        var command = given.Parse(PluginHost.OptionsOf(plugins.All));
        plugins.Check(command.Options);
        if (RunListing.Write(session, command, plugins, Width))
            return ExitCode.Ok;

        var coverage = RunCoverage.Of(session, command.Options, request.Config.Coverage, command.Appended.Coverage);
        using var capture = new OutputCapture(command.Options.NoCapture);
        using var reporting = new RunReporting(session, command, plugins, coverage, capture, Width);
        reporting.Send(new RunMessage.Started(Environment.CurrentDirectory));
        foreach (var warning in (await LateDeclaration.RefreshAsync(session)).Concat(OutdatedModules.Warnings(session)).Concat(command.Ini.Warnings).Concat(Doubts(command)))
            reporting.Send(new RunMessage.Warning(warning));

        var doctests = DoctestTests.Find(session, request.Module, command.Targets, command.Options);
        foreach (var warning in doctests.Warnings)
            reporting.Send(new RunMessage.Warning(warning));
        var collected = await CollectAsync(command, plugins, doctests);
        foreach (var warning in CompilerWarnings.Find(session, collected))
            reporting.Send(warning);
        if (command.Options.StrictMarkers && new MarkerRegistry(command.Ini).Unregistered(collected) is { Count: > 0 } errors)
            return End(ExitCode.Interrupted, reporting.Uncollected(errors));
        var selection = await SelectAsync(command, collected, doctests);
        var items = reporting.Collected(selection);
        _emptiedFromOutside = items.Count < collected.Count && command.Appended.SelectsTests;

        // An asynchronous local that an async method sets is gone when it returns.
        Detail.Current = Detail.Of(command.Options.Verbosity);
        TemporaryFolders.BeginRun();
        // What follows has its own ways to end: an interrupt of the cell must not hit the report.
        StopScope.Enter(null);
        using var time = new SessionTime(command.Options.SessionTimeout, start, cancellationToken);
        var execution = new TestExecution(
            command.Options, culture, capture, new FixtureSetup(), reporting.Send, session.Host?.Interruption ?? CancellationToken.None)
        {
            AskToStop = () => reporting.StopReason,
        };
        coverage?.Begin();
        if (!command.Options.CollectOnly)
            await execution.RunAsync(items, time.Token);

        session.Failures += execution.Failures;
        return End(
            ExitCodeOf(items, execution, time.Token.IsCancellationRequested),
            execution.StopReason ?? (execution.StoppedByFailures ? $"stopping after {execution.Failures} failures" : time.Exceeded),
            execution.Interrupted);

        ExitCode End(ExitCode exitCode, string? stopped, TestCase? interrupted = null)
        {
            exitCode = coverage?.End(exitCode) ?? exitCode;
            reporting.Send(new RunMessage.Finished(exitCode, Stopwatch.GetElapsedTime(start), stopped, interrupted));
            return exitCode;
        }
    }

    private async Task LoadConftestsAsync()
    {
        await session.Conftests.RefreshAsync();
        if (session.Conftests.Problem is { } problem)
            throw new UsageException(problem);
    }

    private IEnumerable<string> Doubts(RunCommand command) => command.Targets.Count > 0 || command.Options.Ignore.Count > 0
        ? NotebookTests.Doubts(session)
        : ["There is nothing to test: defopts is false and no test was named. Name tests, as in Ipytest.Run(\"{TestAdds}\"), or leave defopts at \"auto\"."];

    private async Task<IReadOnlyList<TestCase>> CollectAsync(RunCommand command, RunPlugins plugins, Doctests doctests)
    {
        var fixtures = NotebookFixtures.Find(session, plugins.All);
        string[] targets = [.. command.Targets.Where(target => !doctests.Own(target))];
        IReadOnlyList<TestCase> collected = [.. doctests.Tests, .. await TestCollection.CollectAsync(session, request.Module, targets, fixtures)];
        session.FoundTests.UnionWith(collected.Select(test => test.Classes is [var outermost, ..] ? outermost : test.Name));
        session.CollectedTests.UnionWith(collected.Select(test => test.NodeId));
        return collected;
    }

    private async Task<SelectedTests> SelectAsync(RunCommand command, IReadOnlyList<TestCase> collected, Doctests doctests)
    {
        var selection = TestSelection.Select(collected, command.Options with { Targets = doctests.Wanted(command.Targets, command.Module) }, command.Module);
        var narrowed = TestSelection.Narrow(selection, command.Appended.Targets);
        return narrowed with { Selected = await new SkipAndXFail(session, command.Ini.XFailStrict).ApplyAsync(narrowed.Selected) };
    }

    private static ExitCode ExitCodeOf(IReadOnlyList<TestCase> items, TestExecution execution, bool interrupted)
    {
        if (interrupted || execution.StopReason is not null)
            return ExitCode.Interrupted;
        if (execution.Failures > 0)
            return ExitCode.TestsFailed;
        return items.Count > 0 ? ExitCode.Ok : ExitCode.NoTestsCollected;
    }
}
