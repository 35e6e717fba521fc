using System.Reflection;
using IpytestNet.Execution;
using Xunit;
using Xunit.v3;

namespace IpytestNet.Frameworks.Xunit;

/// <summary>Tests by attribute, found and run by xUnit v3 itself, in this process.</summary>
internal sealed class XunitFramework(NotebookTestAssembly assembly) : ITestRunner
{
    /// <summary>Finds the cases of the containers, in their order.</summary>
    public static async Task<IReadOnlyList<TestCase>> DiscoverAsync(
        IReadOnlyList<TestContainer> containers, IReadOnlyList<Type> otherTypes)
    {
        if (containers.Count == 0)
            return [];
        TestContext.SetForInitialization(diagnosticMessageSink: null, diagnosticMessages: false, internalDiagnosticMessages: false);
        var assembly = new NotebookTestAssembly(
            containers[0].Type.Assembly, containers[0].Module, [.. containers.Select(container => container.Type), .. otherTypes]);
        var framework = new XunitFramework(assembly);
        await using var discoverer = new NotebookDiscoverer(assembly);
        var options = FrameworkOptions.ForDiscovery();
        var found = new List<TestCase>();
        foreach (var container in containers)
        {
            foreach (var test in await discoverer.FindAsync(container, options))
                found.Add(framework.CreateCase(container, test));
        }

        return found;
    }

    /// <summary>Whether a method is a test by attribute.</summary>
    public static bool IsTest(MethodInfo method) => method.IsDefined(typeof(IFactAttribute), inherit: false);

    /// <summary>Whether a type has test methods of its own or by inheritance.</summary>
    public static bool IsTestClass(Type type) =>
        type is { IsClass: true } and not { IsAbstract: true, IsSealed: false } && Methods(type).Any(IsTest);

    /// <inheritdoc/>
    public async Task RunAsync(IReadOnlyList<TestCase> tests, ITestListener listener, CancellationToken cancellationToken)
    {
        TestContext.SetForInitialization(diagnosticMessageSink: null, diagnosticMessages: false, internalDiagnosticMessages: false);
        var sink = new XunitMessageSink(tests, listener, cancellationToken);
        var cases = tests.Select(test => (IXunitTestCase)test.Handle).ToArray();
        await new XunitTestFrameworkExecutor(assembly).RunTestCases(cases, sink, FrameworkOptions.ForExecution(), cancellationToken);
        sink.ReportMissing();
    }

    private static MethodInfo[] Methods(Type type) => type.GetMethods(
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy);

    private TestCase CreateCase(TestContainer container, IXunitTestCase test)
    {
        var name = test.TestMethod.MethodName;
        var fact = test.TestMethod.FactAttributes.FirstOrDefault();
        var customName = fact?.DisplayName;
        // The id names the function even where the display name is a text of the user's; arguments follow either.
        var displayName = customName is not null && test.TestCaseDisplayName.StartsWith(customName, StringComparison.Ordinal)
            ? name + test.TestCaseDisplayName[customName.Length..]
            : test.TestCaseDisplayName;
        var places = TestMarkers.Places(test.TestMethod.Method, container.Type);
        return new TestCase
        {
            NodeId = string.Join("::", [container.Module, .. container.Classes, displayName]),
            Module = container.Module,
            Classes = container.Classes,
            Name = name,
            DisplayName = displayName,
            SourceFile = test.SourceFilePath,
            SourceLine = test.SourceLineNumber ?? 0,
            Markers = [.. TestMarkers.All(places, Traits(test)).Concat(Implied(test, fact)).Distinct(StringComparer.Ordinal)],
            DeclaredMarks = TestMarkers.OfMark(places),
            Keywords = customName is null ? [] : [customName],
            Container = container.Type,
            IsExplicit = test.Explicit,
            Method = test.TestMethod.Method,
            Runner = this,
            Handle = test,
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Traits(IXunitTestCase test) =>
        test.Traits.SelectMany(trait => trait.Value, (trait, value) => KeyValuePair.Create(trait.Key, value));

    private static IEnumerable<string> Implied(IXunitTestCase test, IFactAttribute? fact)
    {
        if (fact is ITheoryAttribute)
            yield return "parametrize";
        if (test.SkipReason is not null)
            yield return test is { SkipWhen: null, SkipUnless: null } ? "skip" : "skipif";
    }
}
