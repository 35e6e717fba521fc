namespace IpytestNet.Coverage.Instrumentation;

/// <summary>An outcome of a decision, and the probes that tell how often it came about.</summary>
/// <param name="Unit">The unit that it belongs to.</param>
/// <param name="Place">Where its decision stands in the code.</param>
/// <param name="Code">The code of the decision.</param>
/// <param name="Word">The word for the outcome.</param>
/// <param name="Probe">The number of the probe that counts it, or that counts it with others.</param>
internal sealed record CodeOutcome(CodeUnit Unit, int Place, string Code, string Word, int Probe)
{
    /// <summary>The number of the probe that counts the others; null for none.</summary>
    public int? Others { get; init; }

    /// <summary>The line that it leads to, as <see cref="Results.BranchOutcome.Destination"/> has it.</summary>
    public int? Destination { get; init; }

    /// <summary>Whether it counts as taken anyway.</summary>
    public bool IsOptional { get; init; }

    /// <summary>How often it came about.</summary>
    public long HitsIn(long[] hits) => Math.Max(0, hits[Probe] - (Others is { } others ? hits[others] : 0));
}
