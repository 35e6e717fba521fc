using IpytestNet.Discovery;
using IpytestNet.Hosting;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Completion;
using IpytestNet.Kernel.Display;
using IpytestNet.Kernel.Execution;
using IpytestNet.Kernel.Guards;
using IpytestNet.Kernel.Inspections;
using IpytestNet.Plugins;
using IpytestNet.Sessions;

namespace IpytestNet.Kernel;

/// <summary>A live notebook session: runs cells one after the other and can be interrupted from any thread.</summary>
public sealed class Notebook : IDisposable
{
    // What neither a guard nor an interrupt reaches is left behind on its thread after this time.
    private static readonly TimeSpan GraceAfterInterrupt = TimeSpan.FromSeconds(5);

    // An interrupted test run still reports what ran.
    private static readonly TimeSpan GraceForReport = TimeSpan.FromSeconds(4);

    private readonly NotebookHost _host;
    private readonly NotebookEditor _editor;
    private readonly Lock _gate = new();
    private CellThread _thread = new();
    private ExecutionScope? _running;
    private ExecutionScope? _before;
    private readonly bool _keepsOutput;
    private readonly MemoryWatch? _memory;
    private string _directory;

    /// <summary>Begins a session.</summary>
    public Notebook(NotebookOptions? options = null)
    {
        options ??= new NotebookOptions();
        ConsoleRouter.Install();
        ProcessGuard.Install();
        _directory = Path.GetFullPath(options.WorkingDirectory);
        _keepsOutput = options.KeepsLateOutput;
        _memory = options.MemoryLimit is { } limit ? new MemoryWatch(limit) : null;
        _host = new NotebookHost(options);
        _editor = new NotebookEditor(_host, () => _directory);
        if (options.AutoConfig)
            Invoke(output: null, Configure);
    }

    /// <summary>The number of code cells that have run.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>How the test runs of the session ended, in their order.</summary>
    public IReadOnlyList<ExitCode> TestRuns => _host.TestRuns;

    /// <summary>The tests that no run has found, with their cells: they were forgotten before a run came.</summary>
    public IReadOnlyList<(string Name, string Cell)> TestsNeverRun => NotebookTests.NeverFound(Session);

    /// <summary>The session as the library sees it.</summary>
    public NotebookSession Session => _host.Session;

    /// <summary>The node ids of all tests that the runs have collected.</summary>
    internal IReadOnlySet<string> CollectedTests => Session.CollectedTests;

    /// <summary>What on disk the cells have taken code from.</summary>
    internal DependencyLog Dependencies => _host.Dependencies;

    /// <summary>How many tests have failed so far.</summary>
    internal int Failures => Session.Failures;

    /// <summary>The errors in generated code that the user has not seen, since the code was left out.</summary>
    internal IEnumerable<string> RewritingDefects => _host.RewritingDefects;

    /// <summary>What went wrong last in an answer about a cell that is being written, or null.</summary>
    internal Exception? EditorDefect => _editor.Defect;

    /// <summary>Runs a cell and waits for its end.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="output">Takes what the cell puts out, as it happens, one thing at a time.</param>
    /// <param name="settings">How the cell is to be run.</param>
    public CellResult Run(string code, Action<CellOutput>? output = null, CellSettings? settings = null)
    {
        settings ??= new CellSettings();
        var number = ExecutionCount + 1;
        if (settings.IsCounted)
            ExecutionCount = number;
        return Invoke(output, () => _host.RunCell(number, code), settings.ReadLine);
    }

    /// <summary>Evaluates an expression in the notebook's scope, without a cell of its own.</summary>
    /// <param name="expression">A C# expression.</param>
    /// <returns>Succeeded, with the value in the formats that a notebook shows, or how it failed.</returns>
    internal CellResult Evaluate(string expression) =>
        Invoke(output: null, () => ValueDisplay.Bundle(_host.EvaluateAsync(expression, typeof(object)).GetAwaiter().GetResult()));

    /// <summary>The text of a cell or of a file that it loads, or null.</summary>
    internal string? SourceOf(string name) => ((Reporting.ISources)Session).Find(name);

    /// <summary>Makes a magic known to the cells that come.</summary>
    internal void AddMagic(string name, CellMagic magic) => _host.AddMagic(name, magic);

    /// <summary>Tells the session of a Markdown cell when the notebook comes to it, so that <c>--doctest-cells</c> can run its examples.</summary>
    /// <param name="text">The text of the cell.</param>
    /// <param name="position">Its 1-based place among all cells of the notebook; one that was told of before is replaced.</param>
    public void AddMarkdown(string text, int position) => Session.Add(new MarkdownCell(position, text));

    /// <summary>Runs the notebook's tests as a cell <c>Ipytest.Run()</c> would, without being one.</summary>
    /// <param name="output">Takes the report.</param>
    public CellResult RunTests(Action<CellOutput>? output = null) => Invoke(output, () => Ipytest.Run());

    /// <summary>Lets a command take part in the runs from now on, which were the notebook's alone.</summary>
    /// <param name="arguments">The arguments that it appends to those of each run.</param>
    /// <param name="plugins">Its plugins.</param>
    internal void Join(IReadOnlyList<string> arguments, IReadOnlyList<IPlugin> plugins) => (Session.AppendedArguments, Session.Plugins) = (arguments, plugins);

    /// <summary>Completes a cell that is being written. Any thread may call it; it does not wait for a cell that runs, and never throws.</summary>
    /// <param name="code">The text of the cell, magic and all, finished or not.</param>
    /// <param name="position">The UTF-16 offset of the cursor; one outside of the text is taken for its beginning or end.</param>
    public CompletionList Complete(string code, int position) => _editor.Complete(code, position);

    /// <summary>Tells what is known of what stands in a cell. Any thread may call it; it does not wait for a cell that runs, and never throws.</summary>
    /// <param name="code">The text of the cell, magic and all, finished or not.</param>
    /// <param name="position">The UTF-16 offset of the cursor: in a name, just behind it, or among the arguments of a call.</param>
    /// <returns>The declaration, the overloads and the documentation; null if nothing is known.</returns>
    public Inspection? Inspect(string code, int position) => _editor.Inspect(code, position);

    /// <summary>Tells whether a cell is written to its end, so that a shell may run it on Enter. Any thread may call it; it never throws.</summary>
    /// <param name="code">The text of the cell, magic and all.</param>
    public Completeness CompletenessOf(string code) => _editor.Check(code);

    /// <summary>Stops the running cell at once; without one it does nothing.</summary>
    public void Interrupt()
    {
        lock (_gate)
            _running?.Interrupt();
    }

    /// <summary>Ends the session.</summary>
    public void Dispose() => _thread.Dispose();

    private static object? Configure()
    {
        Ipytest.AutoConfig();
        return null;
    }

    private CellResult Invoke(Action<CellOutput>? output, Func<object?> work, Func<string, CancellationToken, string?>? readLine = null)
    {
        var runsBefore = TestRuns.Count;
        using var scope = new ExecutionScope(output ?? (_ => { }), _before, readLine) { KeepsOutput = _keepsOutput };
        _before = scope;
        lock (_gate)
            _running = scope;

        var processDirectory = Environment.CurrentDirectory;
        CellResult result = new CellResult.Interrupted([]);
        _memory?.Follow(scope);
        var ended = _thread.Start(() => result = RunIn(scope, work));
        WaitForEnd(ended, scope);
        _memory?.Follow(cell: null);
        Environment.CurrentDirectory = processDirectory;
        lock (_gate)
            _running = null;
        return result with { TestRuns = [.. TestRuns.Skip(runsBefore)] };
    }

    private void WaitForEnd(ManualResetEventSlim ended, ExecutionScope scope)
    {
        WaitHandle.WaitAny([ended.WaitHandle, scope.Interruption.WaitHandle]);
        if (ended.Wait(GraceAfterInterrupt))
            return;
        scope.Send(new CellOutput.Stream(
            "stderr", "The cell did not stop: it runs code that no interrupt reaches. It is left behind on its thread, and the notebook goes on.\n"));
        scope.Abandon();
        _thread.Dispose();
        _thread = new CellThread();
    }

    private CellResult RunIn(ExecutionScope scope, Func<object?> work)
    {
        ConsoleRouter.Install();
        Session.Enter();
        scope.Enter();
        CellDisplay.Current = scope.Send;
        Environment.CurrentDirectory = _directory;
        try
        {
            var value = work();
            return scope.IsInterrupted ? Stopped(scope) : new CellResult.Succeeded(value, []);
        }
        catch (Exception) when (scope.IsInterrupted)
        {
            return Stopped(scope);
        }
        catch (CellFailedException)
        {
            return new CellResult.Failed(_host.ShownError!, []);
        }
        catch (CellExitException exit) when (exit.ExitCode == 0)
        {
            scope.Send(new CellOutput.Stream("stderr", exit.Message + "\n"));
            return new CellResult.Succeeded(null, []);
        }
        catch (Exception exception)
        {
            var error = _host.Describe(exception);
            scope.Send(new CellOutput.Failed(error));
            return new CellResult.Failed(error, []);
        }
        finally
        {
            if (!scope.IsAbandoned)
                _directory = Environment.CurrentDirectory;
        }
    }

    private CellResult Stopped(ExecutionScope scope)
    {
        scope.Settle();
        Session.WaitForRun(GraceForReport);
        var error = scope.StopReason is { } reason ? CellFailure.Said("MemoryLimitExceeded", reason) : CellFailure.Interrupted;
        scope.Send(new CellOutput.Failed(error));
        return scope.StopReason is null ? new CellResult.Interrupted([]) : new CellResult.Failed(error, []);
    }
}
