namespace IpytestNet.Execution;

/// <summary>An example of documentation that failed, as Python's doctest tells it.</summary>
/// <param name="Place">The cell or file and the line of the example.</param>
/// <param name="Kind">What happened: <c>DocTestFailure</c> or <c>UnexpectedException</c>, or the exception of an assertion or of the compiler.</param>
/// <param name="Lines">The documentation up to the example, and how it failed.</param>
public sealed record FailedExample(SourceFrame Place, string Kind, IReadOnlyList<string> Lines);
