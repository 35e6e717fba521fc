using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>A failure or an error, kept until the end of the run.</summary>
/// <param name="Test">The test.</param>
/// <param name="Failure">What went wrong.</param>
/// <param name="When">The phase: <c>call</c> for a failure; <c>setup</c>, <c>teardown</c> or <c>collection</c> for an error.</param>
/// <param name="StandardOutput">What was written to standard output.</param>
/// <param name="StandardError">What was written to standard error.</param>
internal sealed record FailedTest(TestCase Test, Failure Failure, string When, string StandardOutput, string StandardError)
{
    /// <summary>Its setup and its teardown, as far as they happened.</summary>
    public IReadOnlyList<TestPhase> Phases { get; init; } = [];

    /// <summary>The name that heads the failure, as <c>CalcTests.Mul</c>.</summary>
    public string Name => Test.Heading ?? string.Join('.', [.. Test.Classes, Test.DisplayName]);

    /// <summary>The exception that a one-line summary names, or null if none is known.</summary>
    public FailedException? Cause =>
        Failure.Exceptions.FirstOrDefault(exception => !ExceptionText.IsWrapper(exception))
        ?? (Failure.Exceptions is [.., var innermost] ? innermost : null);

    /// <summary>Where it happened: the last of the user's frames, else the definition of the test, else null.</summary>
    public SourceFrame? Place =>
        Failure.Exceptions.SkipWhile(exception => exception != Cause)
            .Concat(Failure.Exceptions)
            .SelectMany(exception => exception.Frames.TakeLast(1))
            .FirstOrDefault() ?? Definition;

    /// <summary>Where the test is defined, or null if that is not known.</summary>
    public SourceFrame? Definition => Test is { SourceFile: { } file, SourceLine: > 0 and var line } ? new SourceFrame(file, line, Test.Name) : null;
}
