namespace IpytestNet.CommandLine;

/// <summary>The arguments of a run are wrong; the run ends with <see cref="ExitCode.UsageError"/>.</summary>
/// <param name="message">What was expected, what came and what to do next, without the program's name before it.</param>
public sealed class UsageException(string message) : Exception(message)
{
    /// <summary>Whether an option is at fault, so that the usage line helps; false when a test or an expression is.</summary>
    /// <value>Default false.</value>
    public bool ShowsUsage { get; init; }
}
