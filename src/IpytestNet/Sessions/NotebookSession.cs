using IpytestNet.Coverage.Measuring;
using IpytestNet.Execution;
using IpytestNet.Hosting;
using IpytestNet.Plugins;
using IpytestNet.Reporting;

namespace IpytestNet.Sessions;

/// <summary>The state of one notebook: its configuration, its definitions and its last run.</summary>
public sealed class NotebookSession : ISources
{
    private static readonly NotebookSession WithoutNotebook = new(host: null);
    private static readonly AsyncLocal<NotebookSession?> Ambient = new();

    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<CompilationProblem>> _warnings = new(StringComparer.Ordinal);
    private IpytestConfig _config = IpytestConfig.Initial;
    private int _runsUnderWay;

    /// <summary>Begins the session of a notebook.</summary>
    /// <param name="host">The notebook's kernel, or null for a program without a notebook.</param>
    public NotebookSession(INotebookHost? host)
    {
        Host = host;
        Notebook = new NotebookModule(this);
        Conftests = new ConftestFiles(this);
    }

    /// <summary>The session that the calling code belongs to: its cell's, else that of the process.</summary>
    public static NotebookSession Current => Ambient.Value ?? WithoutNotebook;

    /// <summary>The notebook's kernel, or null.</summary>
    public INotebookHost? Host { get; }

    /// <summary>The notebook as a module.</summary>
    public NotebookModule Notebook { get; }

    /// <summary>How the last run ended, or null before the first.</summary>
    public ExitCode? ExitCode { get; internal set; }

    /// <summary>Arguments that are appended to those of every run.</summary>
    public IReadOnlyList<string> AppendedArguments { get; internal set; } = [];

    /// <summary>Plugins of what runs the notebook, which take part in every run.</summary>
    public IReadOnlyList<IPlugin> Plugins { get; internal set; } = [];

    internal string ModuleName => Host?.NotebookName ?? "notebook.ipynb";

    /// <summary>The names of the functions and classes whose tests a run has found.</summary>
    internal HashSet<string> FoundTests { get; } = new(StringComparer.Ordinal);

    /// <summary>The node ids of all tests that the runs have collected, selected or not.</summary>
    internal HashSet<string> CollectedTests { get; } = new(StringComparer.Ordinal);

    /// <summary>The node ids of the tests that had failed when the command began which runs the notebook; null without one that asks.</summary>
    internal IReadOnlySet<string>? FailuresBefore { get; init; }

    /// <summary>The last test of the last run that failed, or null.</summary>
    internal LastFailure? LastFailure { get; set; }

    /// <summary>How many tests have failed in the session so far.</summary>
    internal int Failures { get; set; }

    internal DefinitionTable Definitions { get; } = new();

    /// <summary>The coverage of the command that runs the notebook; null without one.</summary>
    internal CommandCoverage? CommandCoverage { get; init; }

    /// <summary>The measurement of its code, and of that of its projects.</summary>
    internal CodeMeasurement Coverage { get; } = new();

    /// <summary>The files that give it fixtures and plugins.</summary>
    internal ConftestFiles Conftests { get; }

    /// <summary>The Markdown cells above the code that runs, in their order, as far as the host gives them.</summary>
    internal IReadOnlyList<MarkdownCell> MarkdownCells { get; private set; } = [];

    /// <summary>All names that the notebook defines.</summary>
    internal IReadOnlySet<string> Names => Definitions.All().Select(definition => definition.Name).ToHashSet(StringComparer.Ordinal);

    internal IpytestConfig Config => Volatile.Read(ref _config);

    /// <summary>What the host wants done when a run has ended; it hears of a run without tests also where that is no error of the notebook.</summary>
    internal Action<ExitCode>? RunEnded { get; set; }

    /// <summary>Whether test runs begin with the newest code on disk.</summary>
    internal bool AutoReload { get; set; }

    /// <summary>The order of the definitions of the cell that runs, which <see cref="Forget"/> leaves; 0 while none does.</summary>
    internal int RunningCell { get; set; }

    /// <summary>Makes this the session of the code that the caller runs from here on, and of all that it starts.</summary>
    public void Enter() => Ambient.Value = this;

    /// <inheritdoc/>
    string? ISources.Find(string file)
    {
        lock (_sources)
        {
            if (_sources.TryGetValue(file, out var text))
                return text;
        }

        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>Brings the newest code on disk, if test runs begin so.</summary>
    /// <exception cref="CompilationException">It does not compile.</exception>
    internal void ReloadChanged()
    {
        if (AutoReload)
            Host?.Modules.ReloadChanged();
    }

    internal IpytestConfig Configure(Func<IpytestConfig, IpytestConfig> change)
    {
        IpytestConfig before, after;
        do
        {
            before = Config;
            after = change(before);
        }
        while (Interlocked.CompareExchange(ref _config, after, before) != before);
        return after;
    }

    /// <summary>What the compiler has warned of in the newest code of each cell.</summary>
    internal IEnumerable<CompilationProblem> CompilerWarnings => _warnings.Values.SelectMany(warnings => warnings);

    /// <summary>Keeps what the compiler warns of in a cell, in place of what it has warned of there before.</summary>
    internal void Remember(string cell, IReadOnlyList<CompilationProblem> warnings) => _warnings[cell] = warnings;

    /// <summary>Keeps the text that a person sees as a cell, for reports.</summary>
    internal void Remember(string cell, string text)
    {
        lock (_sources)
            _sources[cell] = text;
    }

    /// <summary>Takes in a Markdown cell; one that was at its place before is replaced.</summary>
    internal void Add(MarkdownCell cell)
    {
        Remember(cell.Name, cell.Text);
        MarkdownCells = [.. MarkdownCells.Where(known => known.Position != cell.Position).Append(cell).OrderBy(known => known.Position)];
    }

    /// <summary>Begins a cell: gives the token of its anchor and takes in its definitions when it starts to run.</summary>
    /// <param name="sources">The cell, behind the files that it loads.</param>
    internal int Expect(IReadOnlyList<CellSource> sources) => CellAnchor.Expect(holder =>
    {
        var order = Definitions.NextOrder();
        var definitions = DefinitionReader.Read(sources, holder, order);
        if (sources[^1] is { IsConftest: true, Cell: var path })
            Conftests.Add(path, definitions);
        else
            RunningCell = order;
        Definitions.Add(definitions);
    });

    /// <summary>Forgets the definitions of earlier cells that a condition picks.</summary>
    internal void Forget(Func<Definition, bool> condition, bool all) =>
        Definitions.Forget(condition, before: all || RunningCell is 0 ? int.MaxValue : RunningCell);

    /// <summary>Waits until no run is under way, so that an interrupted one can still report what ran.</summary>
    /// <returns>Whether none is.</returns>
    internal bool WaitForRun(TimeSpan limit) => SpinWait.SpinUntil(() => Volatile.Read(ref _runsUnderWay) is 0, limit);

    internal IDisposable BeginRun()
    {
        if (Interlocked.CompareExchange(ref _runsUnderWay, 1, 0) != 0)
        {
            throw new InvalidOperationException(
                "A test run is already under way in this notebook: Ipytest.Run cannot be called from a test, nor twice at once. "
                + "Call it from a cell, one run after the other.");
        }

        return new RunScope(this);
    }

    internal void EndRun(ExitCode exitCode)
    {
        ExitCode = exitCode;
        RunEnded?.Invoke(exitCode);
    }

    private sealed class RunScope(NotebookSession session) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref session._runsUnderWay, 0);
    }
}
