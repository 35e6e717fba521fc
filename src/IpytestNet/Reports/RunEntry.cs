using System.Text.Json.Serialization;
using IpytestNet.Execution;

namespace IpytestNet.Reports;

/// <summary>One thing that a report takes down of a run. It is all text, so it can be sent from one process to another.</summary>
[JsonDerivedType(typeof(Began), "began")]
[JsonDerivedType(typeof(Warned), "warned")]
[JsonDerivedType(typeof(Collected), "collected")]
[JsonDerivedType(typeof(TestEnded), "test ended")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(NotebookEnded), "notebook ended")]
internal abstract record RunEntry
{
    /// <summary>A run has begun.</summary>
    /// <param name="Module">The name of what is tested.</param>
    /// <param name="Start">When it began.</param>
    public sealed record Began(string Module, DateTimeOffset Start) : RunEntry;

    /// <summary>There was a warning.</summary>
    public sealed record Warned(RunMessage.Warning Warning) : RunEntry;

    /// <summary>The tests are known that will run, or would without <c>--collect-only</c>.</summary>
    public sealed record Collected(IReadOnlyList<TestCase> Tests) : RunEntry;

    /// <summary>A test has ended, or something after it went wrong.</summary>
    public sealed record TestEnded(TestResult Result) : RunEntry;

    /// <summary>The run has ended.</summary>
    public sealed record Ended(RunMessage.Finished End) : RunEntry;

    /// <summary>A notebook has ended, after all runs in it.</summary>
    public sealed record NotebookEnded(ReportedNotebook Notebook) : RunEntry;
}
