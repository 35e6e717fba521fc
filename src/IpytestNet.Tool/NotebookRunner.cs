using IpytestNet.Cache;
using IpytestNet.Kernel;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Execution;
using IpytestNet.Reports;

namespace IpytestNet.Tool;

/// <summary>Runs the cells of one notebook in a session of its own.</summary>
internal sealed class NotebookRunner : IDisposable
{
    private readonly NotebookDocument _document;
    private readonly RunCommandLine _commandLine;
    private readonly RunScreen _screen;
    private readonly TimeProvider _time;
    private readonly IRunFollower _follower;
    private readonly CancellationToken _interruption;
    private readonly Notebook _notebook;
    private readonly List<ExitCode> _codes = [];
    private readonly List<Finding> _findings = [];
    private readonly List<ExecutedCell> _executed = [];
    private readonly FailureLimit _limit;
    private readonly string _folder;
    private readonly Lazy<IReadOnlyList<IReadOnlyList<int>>> _fileLines;
    private bool _isWhole;
    private int _failuresBefore;
    private readonly List<ReportedError> _cellErrors = [];
    private readonly List<CellTime> _cellTimes = [];
    private readonly List<ReportedCell> _cells = [];
    private readonly RunCounter _runs = new();

    public NotebookRunner(
        NotebookDocument document, NotebookOptions options, RunCommandLine commandLine, FailureLimit limit, RunScreen screen, TimeProvider time, IRunFollower follower, CancellationToken interruption)
    {
        _limit = limit;
        _folder = options.WorkingDirectory;
        _isWhole = commandLine.UsesCache && !document.Cells.Any(cell => cell.IsSkipped);
        _document = document;
        _fileLines = new Lazy<IReadOnlyList<IReadOnlyList<int>>>(document.FileLines);
        _commandLine = commandLine;
        _screen = screen;
        _time = time;
        _follower = follower;
        _interruption = interruption;
        _notebook = new Notebook(options with { Plugins = [.. options.Plugins, _runs] });
        Cells = document.Cells.Count(cell => !cell.IsSkipped);
    }

    /// <summary>The session.</summary>
    public Notebook Notebook => _notebook;

    /// <summary>The number of cells that are to run.</summary>
    public int Cells { get; }

    /// <summary>The cells that ran, with their outputs.</summary>
    public IReadOnlyList<ExecutedCell> Executed => _executed;

    /// <summary>The cells that threw and were not to.</summary>
    public IReadOnlyList<ReportedError> CellErrors => _cellErrors;

    /// <summary>How long each cell took that ran.</summary>
    public IReadOnlyList<CellTime> CellTimes => _cellTimes;

    /// <summary>The cells that ran, as reports tell of them.</summary>
    public IReadOnlyList<ReportedCell> ReportedCells => _cells;

    /// <summary>What speaks against the notebook.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Runs the notebook from top to bottom, and its tests at the end if no cell ran any.</summary>
    public ExitCode Run()
    {
        using var registration = _interruption.Register(_notebook.Interrupt);
        var isComplete = RunCells();
        if (isComplete && _notebook.TestRuns is [])
            RunTests();
        if (isComplete)
            WarnOfTestsNeverRun();
        if (isComplete && _isWhole && !_interruption.IsCancellationRequested)
            ForgetTestsThatAreGone();
        return ExitCodes.Worst(_codes);
    }

    /// <summary>Says that node ids of the command line name no test.</summary>
    public void Miss(IReadOnlyList<string> nodes) => _findings.Add(new Finding("", $"not found: {string.Join(", ", nodes)}; --collect-only lists the node ids"));

    public void Dispose() => _notebook.Dispose();

    private bool RunCells()
    {
        for (var i = 0; i < _document.Cells.Count; i++)
        {
            if (_document.Cells[i] is { Kind: CellKind.Markdown, Source: var text })
                _notebook.AddMarkdown(text, position: i + 1);
            if (_document.Cells[i].IsSkipped)
                continue;
            if (_interruption.IsCancellationRequested)
                return Add("", CellVerdict.Interrupted);
            if (!RunCell(i))
                return false;
        }
        return true;
    }

    private bool RunCell(int index)
    {
        var cell = _document.Cells[index];
        var place = $"In[{_notebook.ExecutionCount + 1}]";
        _screen.BeginCell(place, cell.Source, $"{_document.FileName}  cell {_executed.Count + 1} of {Cells}");

        _follower.BeginCell(place);
        var outputs = new OutputLog(_screen);
        var start = _time.GetTimestamp();
        var result = _notebook.Run(cell.Source, outputs.Add);
        _cellTimes.Add(new CellTime(place, _time.GetElapsedTime(start)));
        _cells.Add(new ReportedCell(place, _fileLines.Value[index], _runs.Take(), cell.ExpectsFailure));
        EndCell(result, TitleOf(cell, place), cell.ExpectsFailure);
        if (result is CellResult.Failed failed && !cell.ExpectsFailure)
            _cellErrors.Add(new ReportedError(place, failed.Error.Name, failed.Error.Message) { Origin = failed.Error.Origin, Trace = failed.Error.Traceback });

        _executed.Add(new ExecutedCell(index, _notebook.ExecutionCount, outputs.WithErrorOf(result)));
        return Add(place, CellVerdict.Of(result, cell.ExpectsFailure, _commandLine));
    }

    private void RunTests()
    {
        if (_interruption.IsCancellationRequested)
        {
            Add("", CellVerdict.Interrupted);
            return;
        }

        _screen.BeginCell("tests", "of the notebook, as no cell has run any", $"{_document.FileName}  tests");
        var result = _notebook.RunTests(_screen.Show);
        EndCell(result, $"The tests of {_document.FileName} did not run to their end", isExpected: false);
        Add("the final run", CellVerdict.Of(result, expectsFailure: false, _commandLine));
    }

    // Only now it is known that no cell is still to come that has them.
    private void ForgetTestsThatAreGone()
    {
        var folder = CacheFolder.Beside(_folder, warning => _findings.Add(new Finding("", $"warning: {warning}")));
        new EarlierRuns(folder).Prune(_document.FileName, _notebook.CollectedTests);
    }

    private void EndCell(CellResult result, string title, bool isExpected)
    {
        _isWhole &= result is CellResult.Succeeded;
        if (result is CellResult.Failed { Error: var error })
            _screen.ShowFailure(title, error, isExpected);
        _screen.EndCell();
    }

    // %%ipytest forgets the tests of earlier cells, also those that nobody has run.
    private void WarnOfTestsNeverRun()
    {
        foreach (var cell in _notebook.TestsNeverRun.GroupBy(test => test.Cell, StringComparer.Ordinal))
            _findings.Add(new Finding(cell.Key, $"warning: never run: {string.Join(", ", cell.Select(test => test.Name))}; begin the cell with %%ipytest, or end the notebook with Ipytest.Run()"));
    }

    private bool Add(string place, CellVerdict verdict)
    {
        if (verdict.ExitCode is { } code)
            _codes.Add(code);
        if (verdict.Text is { } text)
            _findings.Add(new Finding(place, text));
        _limit.Count(verdict.ExitCode, _notebook.Failures - _failuresBefore);
        _failuresBefore = _notebook.Failures;
        return !verdict.EndsNotebook && !_limit.IsReached;
    }

    private string TitleOf(NotebookCell cell, string place)
    {
        var line = cell.FileLine is { } first ? $" (line {first} of the file)" : "";
        return $"{place} of {_document.FileName}{line}: {(cell.ExpectsFailure ? "an exception, as expected" : "the cell failed")}";
    }
}
