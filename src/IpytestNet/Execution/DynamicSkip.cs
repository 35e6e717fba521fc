using Xunit.Sdk;
using Xunit.v3;

namespace IpytestNet.Execution;

/// <summary>Tests that skip themselves while they run, by <c>Assert.Skip</c> of xUnit.</summary>
internal static class DynamicSkip
{
    /// <summary>Gives the reason, or null if an exception is no skip: that of xUnit has a message that begins with a token.</summary>
    public static string? ReasonOf(Exception exception) =>
        exception is XunitException && exception.Message.StartsWith(DynamicSkipToken.Value, StringComparison.Ordinal)
            ? exception.Message[DynamicSkipToken.Value.Length..]
            : null;
}
