using IpytestNet.Execution;

namespace IpytestNet.Fixtures;

/// <summary>What one test needs of fixtures.</summary>
/// <param name="Table">The fixtures that there are.</param>
/// <param name="Arguments">The parameters of the test that fixtures fill, in their order.</param>
/// <param name="Closure">All fixtures that it needs, those that live longest first, each behind what it needs itself.</param>
/// <param name="Params">For each parametrised fixture, which of its values the test is to see.</param>
/// <param name="Defect">Why they cannot be had, or null.</param>
internal sealed record FixtureNeeds(
    FixtureTable Table,
    IReadOnlyList<FixtureParameter> Arguments,
    IReadOnlyList<FixtureDefinition> Closure,
    IReadOnlyDictionary<FixtureDefinition, int> Params,
    Failure? Defect)
{
    /// <summary>Works out what a test needs; null if it is nothing.</summary>
    /// <param name="table">The fixtures that there are.</param>
    /// <param name="arguments">The parameters of the test that fixtures fill.</param>
    /// <param name="test">The test, for what is said of it.</param>
    public static FixtureNeeds? Of(FixtureTable table, IReadOnlyList<FixtureParameter> arguments, TestCase test)
    {
        var closure = new FixtureClosure(table);
        foreach (var autoUsed in table.AutoUsed)
            closure.Add(autoUsed);
        foreach (var argument in arguments)
            closure.Add(argument, test.Name, test.SourceFile, test.SourceLine);
        return arguments.Count == 0 && closure.Ordered.Count == 0
            ? null
            : new FixtureNeeds(table, arguments, closure.Ordered, new Dictionary<FixtureDefinition, int>(ReferenceEqualityComparer.Instance), closure.Defect);
    }

    /// <summary>The parametrised fixtures among those needed.</summary>
    public IEnumerable<FixtureDefinition> Parametrised => Closure.Where(fixture => fixture.Params is not null);

    /// <summary>The fixtures that live longer than one test.</summary>
    public IEnumerable<FixtureDefinition> Shared => Closure.Where(fixture => fixture.Scope is FixtureScope.Module or FixtureScope.Session);
}
