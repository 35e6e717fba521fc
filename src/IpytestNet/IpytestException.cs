namespace IpytestNet;

/// <summary>The exception of a run that did not end with <see cref="ExitCode.Ok"/> while <c>raiseOnError</c> is set.</summary>
/// <param name="exitCode">How the run ended.</param>
public sealed class IpytestException(ExitCode exitCode) : Exception($"ipytest failed with exit_code {(int)exitCode}")
{
    /// <summary>How the run ended.</summary>
    public ExitCode ExitCode { get; } = exitCode;
}
