using Xunit;

namespace IpytestNet.Specs.Testing.Platform;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">All that it has put out.</param>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>Expects that all went well.</summary>
    public void Succeeded() => Assert.True(ExitCode is 0, Output);
}
