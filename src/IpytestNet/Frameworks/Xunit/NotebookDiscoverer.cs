using Xunit.Sdk;
using Xunit.v3;

namespace IpytestNet.Frameworks.Xunit;

/// <summary>xUnit's discoverer, on the caller's thread (so that data that never ends can be interrupted) and with one case a theory row.</summary>
internal sealed class NotebookDiscoverer(NotebookTestAssembly assembly) : XunitTestFrameworkDiscoverer(assembly)
{
    private readonly RowTheoryDiscoverer _theories = new();

    /// <summary>Finds the test cases of a type.</summary>
    public async Task<IReadOnlyList<IXunitTestCase>> FindAsync(TestContainer container, FrameworkOptions options)
    {
        var found = new List<IXunitTestCase>();
        if (!IsValidTestClass(container.Type))
            return found;
        var testClass = await CreateTestClass(container.Type);
        await FindTestsForType(testClass, options, Take);
        return found;

        ValueTask<bool> Take(ITestCase test)
        {
            if (test is IXunitTestCase xunitTest && container.Methods?.Contains(xunitTest.TestMethodName) != false)
                found.Add(xunitTest);
            return new ValueTask<bool>(true);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> FindTestsForMethod(
        IXunitTestMethod testMethod,
        ITestFrameworkDiscoveryOptions discoveryOptions,
        Func<ITestCase, ValueTask<bool>> discoveryCallback)
    {
        if (testMethod.FactAttributes is not { Count: 1 } facts || !IsPlainTheory(facts.First()))
            return await base.FindTestsForMethod(testMethod, discoveryOptions, discoveryCallback);
        foreach (var test in await _theories.Discover(discoveryOptions, testMethod, facts.First()))
        {
            if (!await discoveryCallback(test))
                return false;
        }

        return true;
    }

    private static bool IsPlainTheory(IFactAttribute fact) =>
        fact.GetType().GetCustomAttributes(typeof(XunitTestCaseDiscovererAttribute), inherit: true)
            .OfType<XunitTestCaseDiscovererAttribute>()
            .Any(attribute => attribute.Type == typeof(TheoryDiscoverer));
}
