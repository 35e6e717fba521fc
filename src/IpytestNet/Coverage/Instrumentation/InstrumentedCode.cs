namespace IpytestNet.Coverage.Instrumentation;

/// <summary>Code with probes.</summary>
/// <param name="Id">The number of its array of counters.</param>
/// <param name="Hits">The counters.</param>
/// <param name="Maps">What was found in it, by cell or file; code that is declared again may come from several.</param>
/// <param name="HasBranches">Whether there are probes for branches.</param>
internal sealed record InstrumentedCode(int Id, long[] Hits, IReadOnlyList<CodeMap> Maps, bool HasBranches)
{
    /// <summary>Whether something got no probes because it does not compile with them.</summary>
    public bool IsLeftOut { get; init; }
}
