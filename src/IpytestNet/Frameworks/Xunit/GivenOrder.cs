using Xunit.Sdk;
using Xunit.v3;

namespace IpytestNet.Frameworks.Xunit;

/// <summary>Keeps tests in the order of their definition; xUnit's own order is by hash.</summary>
internal sealed class GivenOrder : ITestCaseOrderer, ITestCollectionOrderer
{
    public static GivenOrder Instance { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => testCases;

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => testCollections;
}
