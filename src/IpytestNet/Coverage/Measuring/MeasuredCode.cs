using IpytestNet.Coverage.Instrumentation;

namespace IpytestNet.Coverage.Measuring;

/// <summary>Code that is measured: a cell, a file, or declarations that were made again.</summary>
internal sealed class MeasuredCode
{
    private readonly InstrumentedCode _code;
    private readonly object _gate = new();
    private long[]? _before;
    private long[]? _last;

    /// <param name="path">The name of the cell or the full path of the file.</param>
    /// <param name="module">The project or loaded file that it belongs to; null for a cell.</param>
    /// <param name="text">Its text when it was compiled.</param>
    /// <param name="code">Its probes.</param>
    public MeasuredCode(string path, string? module, string text, InstrumentedCode code)
    {
        Path = path;
        Module = module;
        Text = text;
        _code = code;
    }

    /// <summary>The name of the cell or the full path of the file.</summary>
    public string Path { get; }

    /// <summary>The project that it belongs to; null for a cell.</summary>
    public string? Module { get; }

    /// <summary>Its text when it was compiled; the file may say something else by now.</summary>
    public string Text { get; }

    /// <summary>The number of its counters.</summary>
    public int Id => _code.Id;

    /// <summary>Whether its branches are counted.</summary>
    public bool HasBranches => _code.HasBranches;

    /// <summary>What was found in it.</summary>
    public IReadOnlyList<CodeMap> Maps => _code.Maps;

    /// <summary>The counters.</summary>
    public long[] Hits => _code.Hits;

    /// <summary>Which context hit which probe; empty without contexts.</summary>
    public Dictionary<string, HashSet<int>> Contexts { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the code's own run goes on.</summary>
    public bool IsRunning { get; private set; } = true;

    /// <summary>The code's own run has ended: what was counted is its own.</summary>
    public void EndOwnRun()
    {
        IsRunning = false;
        Keep();
    }

    /// <summary>Goes back to what the code's own run has counted.</summary>
    public void Reset()
    {
        Keep();
        Contexts.Clear();
        _before!.CopyTo(_code.Hits, 0);
        Mark(_before, "");
        _last = null;
    }

    /// <summary>Begins a context.</summary>
    public void BeginContext() => _last = [.. _code.Hits];

    /// <summary>Ends it: what was counted since its beginning is its own.</summary>
    public void EndContext(string context)
    {
        if (_last is not { } last)
            return;
        for (var i = 0; i < last.Length; i++)
        {
            if (_code.Hits[i] != last[i])
                ProbesOf(context).Add(i);
        }

        _last = null;
    }

    private void Keep()
    {
        lock (_gate)
            _before ??= [.. _code.Hits];
    }

    private void Mark(long[] hits, string context)
    {
        for (var i = 0; i < hits.Length; i++)
        {
            if (hits[i] != 0)
                ProbesOf(context).Add(i);
        }
    }

    private HashSet<int> ProbesOf(string context)
    {
        if (!Contexts.TryGetValue(context, out var probes))
            Contexts[context] = probes = [];
        return probes;
    }
}
