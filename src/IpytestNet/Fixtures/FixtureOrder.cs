using IpytestNet.Execution;

namespace IpytestNet.Fixtures;

/// <summary>
/// Brings tests together that use the same value of a parametrised fixture which lives longer than a test, so that it is set up as
/// few times as possible; all else keeps the order of definition, as in pytest.
/// </summary>
internal static class FixtureOrder
{
    private static readonly FixtureScope[] WidestFirst = [FixtureScope.Session, FixtureScope.Module];

    /// <summary>Gives the tests in their new order.</summary>
    public static IReadOnlyList<TestCase> Group(IReadOnlyList<TestCase> tests) =>
        tests.Any(test => WidestFirst.Any(scope => Values(test, scope).Any())) ? Group(tests, depth: 0) : tests;

    private static IReadOnlyList<TestCase> Group(IReadOnlyList<TestCase> tests, int depth)
    {
        if (depth == WidestFirst.Length || tests.Count < 3)
            return tests;
        var ordered = new List<TestCase>(tests.Count);
        var open = tests.ToList();
        var done = new HashSet<(FixtureDefinition, int)>();
        while (open.Count > 0)
        {
            var first = open.FindIndex(test => NewValue(test) is not null);
            var others = first < 0 ? open.Count : first;
            ordered.AddRange(Group(open[..others], depth + 1));
            open.RemoveRange(0, others);
            if (first < 0)
                break;
            // From here on the value counts as seen, so that the tests which share it are taken together in the next round.
            var value = NewValue(open[0])!.Value;
            open = [.. open.Where(test => Has(test, value)), .. open.Where(test => !Has(test, value))];
            done.Add(value);
        }

        return ordered;

        (FixtureDefinition, int)? NewValue(TestCase test) => Values(test, WidestFirst[depth])
            .Select(value => ((FixtureDefinition, int)?)value)
            .FirstOrDefault(value => !done.Contains(value!.Value));

        bool Has(TestCase test, (FixtureDefinition, int) value) => Values(test, WidestFirst[depth]).Contains(value);
    }

    private static IEnumerable<(FixtureDefinition Fixture, int Param)> Values(TestCase test, FixtureScope scope) => test.Needs is FixtureNeeds needs
        ? needs.Params.Where(choice => choice.Key.Scope == scope).Select(choice => (choice.Key, choice.Value))
        : [];
}
