using IpytestNet.CommandLine;
using IpytestNet.Kernel;
using IpytestNet.Kernel.Documents;
using IpytestNet.Plugins;
using IpytestNet.Reports;
using IpytestNet.Tool.Nbval;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>Checks a notebook cell by cell against what it has stored (<c>--nbval</c>).</summary>
/// <param name="commandLine">The command line, with the node ids of the notebook.</param>
/// <param name="limit">When the command ends early.</param>
/// <param name="screen">Shows what happens.</param>
/// <param name="console">The process around it.</param>
/// <param name="follower">Hears of each cell.</param>
/// <param name="interruption">Signalled by Ctrl+C.</param>
internal sealed class NotebookCheck(
    RunCommandLine commandLine, FailureLimit limit, RunScreen screen, ToolConsole console, IRunFollower follower, CancellationToken interruption)
{
    private NbvalOptions Nbval => commandLine.Nbval;

    /// <summary>Checks it.</summary>
    /// <param name="task">The notebook.</param>
    /// <param name="document">What is in its file.</param>
    /// <param name="options">The settings of its session; its plugins hear of the cells.</param>
    public NotebookOutcome Run(NotebookTask task, NotebookDocument document, NotebookOptions options)
    {
        var start = console.Time.GetTimestamp();
        // What a cell puts out is what it puts out in Jupyter: the options of the command are those of the check.
        using var notebook = Nbval.KernelName is null && !commandLine.Options.CollectOnly ? new Notebook(options with { RunArguments = [.. commandLine.PytestArguments.Where(IsOfCoverage)], Plugins = [] }) : null;
        if (notebook is not null)
            follower.Begin(task.Target, notebook);
        // The time of the first cell is not to go by while the compiler itself is compiled.
        if (notebook is not null && Nbval.CellTimeout is not null)
            NotebookHost.WarmUp();
        try
        {
            var sanitizer = Sanitizer.Of(Nbval, console.WorkingDirectory).In(options.WorkingDirectory);
            var selection = commandLine.Options with { Targets = task.Target.Nodes };
            var run = new NbvalRun(document, Nbval, selection, new CellCheck(Nbval, sanitizer));
            var listener = new Listener(follower, limit, console.Time);
            var reporting = new NbvalReporting(ContextOf(options, run, notebook), options.Plugins, options.FailuresBefore!, console.Error);
            ExitCode exitCode;
            using (var engine = commandLine.Options.CollectOnly ? null : EngineOf(notebook, options))
                exitCode = run.Run(engine, reporting, listener, interruption);
            listener.End();

            var findings = new List<Finding>();
            if (run.Failures > 0)
                findings.Add(new Finding("", $"{run.Failures} of {run.Cases.Count} cells failed"));
            var written = Write(task, document, run, findings);
            var ofTests = RunTests(notebook, run, options.Plugins, findings);
            return new NotebookOutcome
            {
                Name = task.Target.Shown,
                ExitCode = ExitCodes.Worst([exitCode, written, ofTests]),
                Findings = findings,
                CellTimes = listener.Times,
                ReportedCells = ReportedCells(document, run),
                CellsRun = run.CellsRun,
                Cells = run.Cases.Count(one => one.Markers.SkippedBy is null),
                Elapsed = console.Time.GetElapsedTime(start),
            };
        }
        catch (UsageException e)
        {
            return NotebookOutcome.NotStarted(task.Target.Shown, ExitCode.UsageError, e.Message);
        }
    }

    private static List<ReportedCell> ReportedCells(NotebookDocument document, NbvalRun run)
    {
        var lines = document.FileLines();
        return [.. run.Cases.Where(one => one.Test.SourceFile is not null).Select(one => new ReportedCell(one.Test.SourceFile!, lines[one.Index], Runs: 0, ExpectsFailure: false))];
    }

    private static bool IsOfCoverage(string argument) => argument.StartsWith("--cov", StringComparison.Ordinal) || argument.StartsWith("--no-cov", StringComparison.Ordinal);

    private ICellEngine EngineOf(Notebook? notebook, NotebookOptions options) => notebook is null
        ? JupyterEngine.Start(Nbval.KernelName!, Path.Combine(options.WorkingDirectory, options.Name), JupyterEngine.Pythons(console.Variable))
        : new NotebookEngine(notebook, commandLine.Options.NoCapture ? screen.Show : null);

    private PluginContext ContextOf(NotebookOptions options, NbvalRun run, Notebook? notebook) => new()
    {
        Options = commandLine.Options,
        ModuleName = options.Name,
        RootDirectory = options.WorkingDirectory,
        Width = console.Width,
        Color = Palette.Choose(commandLine, console).IsColored,
        Output = console.Out,
        FindSource = name => notebook?.SourceOf(name) ?? run.Cases.FirstOrDefault(one => one.Test.SourceFile == name)?.Cell.Source,
    };

    private static ExitCode Write(NotebookTask task, NotebookDocument document, NbvalRun run, List<Finding> findings)
    {
        try
        {
            if (run.Updates is { Count: > 0 } updates)
            {
                if (document.Format is not NotebookFormat.Ipynb)
                    throw new IOException($"expected an .ipynb notebook for --nbval-update, since {Path.GetExtension(document.FileName)} holds no outputs");
                IpynbWriter.Store(document, updates, task.Target.FullPath);
                findings.Add(new Finding("", $"stored new outputs of {updates.Count} {(updates.Count is 1 ? "cell" : "cells")}: {string.Join(", ", run.Cases.Where(one => updates.Any(update => update.Index == one.Index)).Select(one => one.Test.Name))}"));
            }

            if (task.Output is not { } output)
                return ExitCode.NoTestsCollected;
            Directory.CreateDirectory(Path.GetDirectoryName(output)!);
            IpynbWriter.Store(document, run.Executed, output);
            return ExitCode.NoTestsCollected;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding("", $"expected to write the notebook, but it did not work: {e.Message}"));
            return ExitCode.UsageError;
        }
    }

    // As in a run without a check, tests that no cell has run are run at the end.
    private ExitCode RunTests(Notebook? notebook, NbvalRun run, IReadOnlyList<IPlugin> plugins, List<Finding> findings)
    {
        if (notebook is not { TestRuns: [] } || !run.IsComplete || commandLine.NarrowsRuns || notebook.TestsNeverRun is [])
            return ExitCode.NoTestsCollected;
        notebook.Join(commandLine.PytestArguments, plugins);
        var result = notebook.RunTests(screen.Show);
        var verdict = CellVerdict.Of(result, expectsFailure: false, commandLine);
        if (verdict.Text is { } text)
            findings.Add(new Finding("the final run", text));
        limit.Count(verdict.ExitCode, notebook.Failures);
        return verdict.ExitCode ?? ExitCode.NoTestsCollected;
    }

    private sealed class Listener(IRunFollower follower, FailureLimit limit, TimeProvider time) : ICellListener
    {
        private readonly List<CellTime> _times = [];
        private (string Name, long Start)? _running;

        public IReadOnlyList<CellTime> Times => _times;

        public void Begin(CellCase one)
        {
            End();
            _running = (one.Test.Name, time.GetTimestamp());
            follower.BeginCell(one.Test.Name);
        }

        public bool IsEnough(CellCase one)
        {
            limit.Add(1);
            return limit.IsReached;
        }

        public void End()
        {
            if (_running is var (name, start))
                _times.Add(new CellTime(name, time.GetElapsedTime(start)));
            _running = null;
        }
    }
}
