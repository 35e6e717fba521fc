namespace IpytestNet.Coverage.Instrumentation;

/// <summary>How code is to be instrumented.</summary>
internal sealed record InstrumentationOptions
{
    /// <summary>Whether outcomes of decisions get probes.</summary>
    public bool HasBranches { get; init; }

    /// <summary>What is excluded.</summary>
    /// <value>Default the two pragmas.</value>
    public ExclusionRules Rules { get; init; } = ExclusionRules.Default;

    /// <summary>Whether another rewriter makes blocks of the bodies of lambdas that are expressions.</summary>
    public bool LambdasBecomeBlocks { get; init; }
}
