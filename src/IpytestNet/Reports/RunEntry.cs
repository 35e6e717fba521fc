using System.Text.Json.Serialization;
using IpytestNet.Execution;

namespace IpytestNet.Reports;

/// <summary>One thing that a report takes down of a run. It is all text, so it can be sent from one process to another.</summary>
[JsonDerivedType(typeof(Began), "began")]
[JsonDerivedType(typeof(Warned), "warned")]
[JsonDerivedType(typeof(TestEnded), "test ended")]
[JsonDerivedType(typeof(Ended), "ended")]
internal abstract record RunEntry
{
    /// <summary>A run has begun.</summary>
    /// <param name="Module">The name of what is tested.</param>
    /// <param name="Start">When it began.</param>
    public sealed record Began(string Module, DateTimeOffset Start) : RunEntry;

    /// <summary>There was a warning.</summary>
    public sealed record Warned(RunMessage.Warning Warning) : RunEntry;

    /// <summary>A test has ended, or something after it went wrong.</summary>
    public sealed record TestEnded(TestResult Result) : RunEntry;

    /// <summary>The run has ended.</summary>
    public sealed record Ended(RunMessage.Finished End) : RunEntry;
}
