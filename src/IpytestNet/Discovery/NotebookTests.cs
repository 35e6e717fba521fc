using System.Reflection;
using IpytestNet.Execution;
using IpytestNet.Fixtures;
using IpytestNet.Frameworks.Functions;
using IpytestNet.Frameworks.Xunit;
using IpytestNet.Frameworks.Xunit.Forwarding;
using IpytestNet.Sessions;
using IpytestNet.Values;

namespace IpytestNet.Discovery;

/// <summary>Finds the tests among the live definitions of a notebook.</summary>
internal static class NotebookTests
{
    private static readonly NameGlob PlainTestNames = new("[Tt]est*");

    /// <summary>Whether a definition is a test, or holds tests, by attribute.</summary>
    public static bool IsTestByAttribute(Definition definition) =>
        definition.Methods.Any(XunitFramework.IsTest) || (definition.Type is { } type && TestClasses.In(type).Any());

    /// <summary>Whether a definition is a test, or holds tests.</summary>
    public static bool IsTest(Definition definition) =>
        IsTestByAttribute(definition)
        || (definition.Kind is DefinitionKind.Function && PlainTestNames.Matches(definition.Name) && definition.Methods.Any(IsPlainTest));

    /// <summary>The tests that no run has found yet, with their cells.</summary>
    public static IReadOnlyList<(string Name, string Cell)> NeverFound(NotebookSession session) =>
        [.. session.Definitions.All()
            .Where(definition => !definition.IsConftest && !session.FoundTests.Contains(definition.Name) && IsTest(definition))
            .Select(definition => (definition.Name, definition.Cell))
            .Distinct()];

    /// <summary>What looks like a test and is none, each in a sentence.</summary>
    public static IEnumerable<string> Doubts(NotebookSession session) =>
        from definition in session.Definitions.Live()
        where definition.Kind is DefinitionKind.Function && PlainTestNames.Matches(definition.Name)
        from method in definition.Methods
        where !FunctionFramework.IsTest(method) && !XunitFramework.IsTest(method) && !NotebookFixtures.IsFixture(method) && !typeof(System.Collections.IEnumerable).IsAssignableFrom(method.ReturnType)
        select $"{definition.Name} of {definition.Cell} is not taken for a test, because it "
            + (method.IsGenericMethodDefinition ? "is generic" : $"returns {TypeName.Of(method.ReturnType)}")
            + (method.IsGenericMethodDefinition ? ". Give it [Theory] with data, or another name." : ". Let it return void or Task, give it [Fact], or give it another name.");

    /// <summary>Forgets the tests of earlier cells: those whose name fits the glob, and with the default one all found by attribute.</summary>
    /// <param name="session">The notebook.</param>
    /// <param name="pattern">A glob over names.</param>
    /// <param name="all">Whether the cell that runs now is no exception, because its code has not begun.</param>
    public static void Clean(NotebookSession session, string pattern, bool all)
    {
        var glob = new NameGlob(pattern);
        var andByAttribute = string.Equals(pattern, IpytestConfig.AutoConfigDefaults.Clean, StringComparison.Ordinal);
        session.Forget(definition => glob.Matches(definition.Name) || (andByAttribute && IsTestByAttribute(definition)), all);
    }

    /// <summary>The tests in the order of their definition.</summary>
    /// <param name="session">The notebook.</param>
    /// <param name="fixtures">The fixtures that they can ask for.</param>
    public static async Task<IReadOnlyList<TestCase>> FindAsync(NotebookSession session, FixtureTable fixtures)
    {
        var live = session.Definitions.Live();
        var byAttribute = await XunitFramework.DiscoverAsync(
            [.. Containers(session, live, fixtures)],
            [.. session.Definitions.All().Select(definition => definition.Type).OfType<Type>()]);
        var byOwner = byAttribute.ToLookup(test => (test.Classes is [var outermost, ..] ? outermost : test.Name, IsMethod: test.Classes.Count > 0));

        var tests = new List<TestCase>();
        foreach (var definition in live.DistinctBy(definition => (definition.Name, definition.Kind)))
        {
            var found = definition.Kind is DefinitionKind.Type
                ? byOwner[(definition.Name, true)]
                : byOwner[(definition.Name, false)].Select(test => AtDefinition(test, definition))
                    .Concat(PlainFunctions(session, definition))
                    .SelectMany(test => WithFixtures(test, fixtures));
            tests.AddRange(definition.Defect is { } defect
                ? found.Select(test => Broken(test, defect)).DistinctBy(test => test.NodeId, StringComparer.Ordinal)
                : found);
        }

        return NodeIds.MakeUnique(FixtureOrder.Group(tests));
    }

    // xUnit runs class by class, so the functions before and behind a test class have forwarders of their own.
    private static IEnumerable<TestContainer> Containers(NotebookSession session, IReadOnlyList<Definition> live, FixtureTable fixtures)
    {
        var module = session.ModuleName;
        var pieces = new Dictionary<int, int>();
        var functions = new List<Definition>();
        foreach (var definition in live)
        {
            var isFunction = definition.Methods.Any(XunitFramework.IsTest);
            var classes = definition.Type is { } type ? TestClasses.In(type).ToList() : [];
            if (functions is [var first, ..] && (classes.Count > 0 || (isFunction && !ReferenceEquals(first.Holder, definition.Holder))))
                yield return TakeFunctions();
            if (isFunction)
                functions.Add(definition);
            foreach (var (testClass, names) in classes)
                yield return new TestContainer(testClass, module, names);
        }

        if (functions.Count > 0)
            yield return TakeFunctions();

        TestContainer TakeFunctions()
        {
            var cell = functions[0].BoundAt;
            var piece = pieces[cell] = pieces.GetValueOrDefault(cell) + 1;
            var forwarder = Forwarder.Of(
                functions[0].Holder, $"CellFunctions_{cell}_{piece}", Lookup(session), method => FixtureParameters.PositionsOf(method, fixtures));
            var names = functions.Select(definition => definition.Name).ToHashSet(StringComparer.Ordinal);
            functions.Clear();
            return new TestContainer(forwarder, module, [], names);
        }
    }

    private static IEnumerable<TestCase> PlainFunctions(NotebookSession session, Definition definition)
    {
        if (definition.Kind is not DefinitionKind.Function || !PlainTestNames.Matches(definition.Name))
            yield break;
        foreach (var method in definition.Methods.Where(IsPlainTest))
        {
            var places = TestMarkers.Places(method, testClass: null);
            yield return new TestCase
            {
                NodeId = $"{session.ModuleName}::{definition.Name}",
                Module = session.ModuleName,
                Name = definition.Name,
                DisplayName = definition.Name,
                SourceFile = definition.Cell,
                SourceLine = definition.Line,
                Markers = TestMarkers.All(places, []),
                DeclaredMarks = TestMarkers.OfMark(places),
                Method = method,
                Runner = FunctionFramework.Instance,
                Handle = TestFunction.Of(method, definition.Holder),
            };
        }
    }

    private static bool IsPlainTest(MethodInfo method) =>
        FunctionFramework.IsTest(method) && !XunitFramework.IsTest(method) && !NotebookFixtures.IsFixture(method);

    // xUnit knows the forwarder alone.
    private static TestCase AtDefinition(TestCase test, Definition definition) => test with
    {
        SourceFile = definition.Cell,
        SourceLine = definition.Line,
        Method = definition.Methods.FirstOrDefault(method => method.Name == test.Name && XunitFramework.IsTest(method)),
    };

    private static IEnumerable<TestCase> WithFixtures(TestCase test, FixtureTable fixtures)
    {
        var method = test.Method!;
        var filled = XunitFramework.IsTest(method) ? FixtureParameters.PositionsOf(method, fixtures) : null;
        var arguments = filled is null
            ? FixtureParameter.Of(method)
            : FixtureParameter.Of(method.GetParameters().Where(parameter => filled.Contains(parameter.Position)));
        return FixtureNeeds.Of(fixtures, arguments, test) is { } needs ? FixtureExpansion.Expand(test, needs) : [test];
    }

    // All rows of a function that does not compile any more are one test.
    private static TestCase Broken(TestCase test, string defect) => FunctionFramework.Broken(test, defect) with
    {
        NodeId = string.Join("::", [test.Module, .. test.Classes, test.Name]),
        DisplayName = test.Name,
    };

    private static MemberLookup Lookup(NotebookSession session) => (name, arguments) =>
        session.Definitions.Find(name) is [var definition, ..]
            ? definition.Read(arguments)
            : throw new MissingMemberException($"The notebook defines no '{name}' to take test data from.");
}
