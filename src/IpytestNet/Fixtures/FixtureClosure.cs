using IpytestNet.Execution;

namespace IpytestNet.Fixtures;

/// <summary>Collects what a test needs, directly and through others.</summary>
internal sealed class FixtureClosure(FixtureTable table)
{
    private readonly List<FixtureDefinition> _found = [];
    private readonly List<FixtureDefinition> _path = [];

    /// <summary>Why something cannot be had, or null.</summary>
    public Failure? Defect { get; private set; }

    /// <summary>What was found: those that live longest first, each behind what it needs itself.</summary>
    public IReadOnlyList<FixtureDefinition> Ordered => [.. _found.OrderByDescending(fixture => fixture.Scope)];

    /// <summary>Adds the fixture that a parameter names.</summary>
    public void Add(FixtureParameter parameter, string asker, string? file, int line)
    {
        if (table.Find(parameter.Key) is { } fixture)
            Add(fixture);
        else if (parameter.Key != FixtureName.Request)
            Defect ??= FixtureProblem.Missing(table, parameter, asker, file, line);
    }

    /// <summary>Adds a fixture, behind all that it needs.</summary>
    public void Add(FixtureDefinition fixture)
    {
        if (_found.Contains(fixture, ReferenceEqualityComparer.Instance))
            return;
        var again = _path.FindIndex(one => ReferenceEquals(one, fixture));
        if (again >= 0)
        {
            Defect ??= FixtureProblem.Cycle([.. _path.Skip(again), fixture]);
            return;
        }

        if (fixture.Defect is not null)
            Defect ??= FixtureProblem.Defect(fixture);
        _path.Add(fixture);
        foreach (var parameter in fixture.Parameters.Where(parameter => parameter.Name is not FixtureName.Param && parameter.Key is not FixtureName.Request))
            AddNeeded(fixture, parameter);
        _path.RemoveAt(_path.Count - 1);
        _found.Add(fixture);
    }

    private void AddNeeded(FixtureDefinition fixture, FixtureParameter parameter)
    {
        if (table.Find(parameter.Key, fixture) is not { } needed)
        {
            Defect ??= FixtureProblem.Missing(table, parameter, $"the fixture '{fixture.Name}'", fixture.File, fixture.Line);
            return;
        }

        if (needed.Scope < fixture.Scope)
            Defect ??= FixtureProblem.Scope(fixture, needed);
        Add(needed);
    }
}
