using IpytestNet.Execution;
using Xunit.Sdk;

namespace IpytestNet.Fixtures;

/// <summary>Makes of a test that uses parametrised fixtures one for each of their values.</summary>
internal static class FixtureExpansion
{
    /// <summary>Gives the tests, the values of the first fixture changing slowest.</summary>
    public static IEnumerable<TestCase> Expand(TestCase test, FixtureNeeds needs)
    {
        if (needs.Defect is null && needs.Parametrised.FirstOrDefault(fixture => fixture.Params!.Count == 0) is { } empty)
            return [With(test, needs) with { SkipReason = $"got empty parameter set for ({empty.Key})" }];
        if (needs.Parametrised.Any(fixture => fixture.Params!.Count == 0))
            return [With(test, needs)];
        IEnumerable<Dictionary<FixtureDefinition, int>> choices = [new(ReferenceEqualityComparer.Instance)];
        foreach (var fixture in needs.Parametrised)
        {
            choices = choices.SelectMany(
                choice => Enumerable.Range(0, fixture.Params!.Count),
                (choice, index) => new Dictionary<FixtureDefinition, int>(choice, ReferenceEqualityComparer.Instance) { [fixture] = index });
        }

        return choices.Select(choice => With(test, needs with { Params = choice }));
    }

    private static TestCase With(TestCase test, FixtureNeeds needs)
    {
        var named = test with { Needs = needs, Fixtures = [.. needs.Closure.Select(fixture => fixture.Name)] };
        if (needs.Params.Count == 0)
            return named;
        var values = string.Join(", ", needs.Parametrised.Select(fixture => $"{fixture.Key}: {ArgumentFormatter.Format(fixture.Params![needs.Params[fixture]])}"));
        return named with { NodeId = Append(test.NodeId, values), DisplayName = Append(test.DisplayName, values) };
    }

    private static string Append(string name, string values) =>
        name.EndsWith(')') ? $"{name[..^1]}{(name.EndsWith("()", StringComparison.Ordinal) ? "" : ", ")}{values})" : $"{name}({values})";
}
