namespace IpytestNet.Execution;

/// <summary>Tests that need nothing.</summary>
internal sealed class NoSurroundings : ITestSurroundings
{
    /// <inheritdoc/>
    public bool Concern(TestCase test) => false;

    /// <inheritdoc/>
    public ValueTask<Failure?> SetUpAsync(TestCase test) => default;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Failure>> TearDownAsync(TestCase test, TestCase? next) => new([]);
}
