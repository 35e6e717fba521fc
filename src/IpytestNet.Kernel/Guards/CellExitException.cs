namespace IpytestNet.Kernel.Guards;

/// <summary>A cell called <see cref="Environment.Exit"/>, which ends the cell only.</summary>
/// <param name="exitCode">The exit code that was asked for.</param>
public sealed class CellExitException(int exitCode)
    : Exception($"Environment.Exit({exitCode}) ended the cell; the notebook goes on.")
{
    /// <summary>The exit code that was asked for.</summary>
    public int ExitCode { get; } = exitCode;
}
