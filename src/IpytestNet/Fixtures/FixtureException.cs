using IpytestNet.Execution;

namespace IpytestNet.Fixtures;

/// <summary>Fixtures do not fit together; what is to be said of it is known already.</summary>
internal sealed class FixtureException(Failure failure) : Exception(failure.Exceptions[0].Message)
{
    /// <summary>What is to be said.</summary>
    public Failure Failure { get; } = failure;
}
