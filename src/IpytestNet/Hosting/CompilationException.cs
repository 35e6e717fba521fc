namespace IpytestNet.Hosting;

/// <summary>Code does not compile in the notebook.</summary>
/// <param name="problems">The compiler's errors.</param>
public sealed class CompilationException(IReadOnlyList<CompilationProblem> problems)
    : Exception(problems is [var first, ..] ? first.ToString() : "The code does not compile.")
{
    /// <summary>The compiler's errors.</summary>
    public IReadOnlyList<CompilationProblem> Problems { get; } = problems;
}
