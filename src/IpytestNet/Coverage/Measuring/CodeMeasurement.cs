using IpytestNet.Coverage.Instrumentation;
using IpytestNet.Coverage.Results;
using IpytestNet.Rewriting;

namespace IpytestNet.Coverage.Measuring;

/// <summary>The measurement of a notebook's code: what has probes, and what ran without them.</summary>
internal sealed class CodeMeasurement
{
    private readonly object _gate = new();
    private readonly List<MeasuredCode> _codes = [];
    private readonly Dictionary<string, InstrumentedCode?> _compiled = new(StringComparer.Ordinal);
    private readonly HashSet<string> _plain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _cellTexts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _notMeasured = new(StringComparer.Ordinal);

    /// <summary>How code is instrumented that is compiled from now on; null while nothing is measured.</summary>
    public InstrumentationOptions? Options { get; private set; }

    /// <summary>Whether cells bear the names in reports that a person sees.</summary>
    /// <value>Default true.</value>
    public bool TranslatesNames { get; set; } = true;

    /// <summary>What the last run has measured; null before the first.</summary>
    public CoverageData? Last { get; set; }

    /// <summary>What tells how code is instrumented; it changes when that does.</summary>
    public string Stamp => Options is { } options ? $"coverage {(options.HasBranches ? "of branches" : "of lines")}" : "";

    /// <summary>The measured code, in the order in which it came.</summary>
    public IReadOnlyList<MeasuredCode> Codes
    {
        get
        {
            lock (_gate)
                return [.. _codes];
        }
    }

    /// <summary>The cells that ran without probes.</summary>
    public IReadOnlyCollection<string> Plain
    {
        get
        {
            lock (_gate)
                return [.. _plain];
        }
    }

    /// <summary>The cells, files and projects that cannot be measured, and why.</summary>
    public IReadOnlyList<(string Path, string Why)> NotMeasured
    {
        get
        {
            lock (_gate)
                return [.. _notMeasured.Select(entry => (entry.Key, entry.Value))];
        }
    }

    /// <summary>Measures code that is compiled from now on; what was asked for once stays.</summary>
    public void Begin(InstrumentationOptions options)
    {
        if (Options is { HasBranches: true } && !options.HasBranches)
            options = options with { HasBranches = true };
        Options = options;
    }

    /// <summary>Code that is compiled from now on has no probes.</summary>
    public void End() => Options = null;

    /// <summary>Gives what puts probes into code; null while nothing is measured.</summary>
    /// <param name="lambdasBecomeBlocks">Whether another rewriter makes blocks of the bodies of lambdas that are expressions.</param>
    public IBoundRewriter? Rewriter(bool lambdasBecomeBlocks) =>
        Options is { } options ? new CoverageRewriter(options with { LambdasBecomeBlocks = lambdasBecomeBlocks }, Take) : null;

    /// <summary>Takes in a cell that was compiled: its probes count from its first statement on.</summary>
    /// <param name="cell">The name of the cell.</param>
    /// <param name="text">Its text; what an equal one before it has counted is dropped, as that cell was run again.</param>
    public void CompiledCell(string cell, string text)
    {
        lock (_gate)
        {
            foreach (var (again, _) in _cellTexts.Where(entry => entry.Value == text && entry.Key != cell).ToList())
                Drop(again);
            var number = _codes.Count(code => code.Path == cell && code.Module is null);
            _cellTexts[cell] = text;
            _plain.Remove(cell);
            if (!Add(cell, module: null, text) && number == 0 && Options is null)
                _plain.Add(cell);
        }
    }

    /// <summary>Takes in files that were compiled, in place of what was there of them before.</summary>
    /// <param name="module">The project or loaded file that they belong to.</param>
    /// <param name="files">Their full paths, and their texts.</param>
    public void CompiledFiles(string module, IEnumerable<KeyValuePair<string, string>> files)
    {
        lock (_gate)
        {
            _notMeasured.Remove(module);
            foreach (var (path, text) in files)
            {
                Forget(path);
                Add(path, module, text);
            }
        }
    }

    /// <summary>Takes down that a project cannot be measured.</summary>
    public void CannotMeasure(string module, string why)
    {
        lock (_gate)
            _notMeasured[module] = why;
    }

    /// <summary>Takes in declarations that were compiled again; what is counted in them belongs to the cells that they come from.</summary>
    /// <param name="path">The name that they were compiled under.</param>
    public void Redeclared(string path)
    {
        lock (_gate)
            Add(path, module: "", text: "");
    }

    /// <summary>The cell has come to its end: what it has counted is its own.</summary>
    public void EndOwnRuns()
    {
        foreach (var code in Codes)
            code.EndOwnRun();
    }

    /// <summary>Drops what runs before have counted.</summary>
    public void Reset()
    {
        foreach (var code in Codes)
            code.Reset();
    }

    private void Take(string path, InstrumentedCode? code)
    {
        lock (_gate)
        {
            // It did not compile.
            if (_compiled.GetValueOrDefault(path) is { } before)
                AppDomain.CurrentDomain.SetData(ProbeCode.KeyOf(before.Id), null);
            _compiled[path] = code;
            if (code is not null)
                AppDomain.CurrentDomain.SetData(ProbeCode.KeyOf(code.Id), code.Hits);
        }
    }

    private bool Add(string path, string? module, string text)
    {
        if (!_compiled.Remove(path, out var code))
            return false;
        _notMeasured.Remove(path);
        if (code is not { Maps.Count: > 0 })
        {
            if (code is { IsLeftOut: true })
                _notMeasured[path] = "it does not compile with probes";
            return false;
        }

        _codes.Add(new MeasuredCode(path, module, text, code));
        return true;
    }

    private void Drop(string cell)
    {
        _cellTexts.Remove(cell);
        _plain.Remove(cell);
        Forget(cell);
    }

    private void Forget(string path) => _codes.RemoveAll(code => code.Path == path);
}
