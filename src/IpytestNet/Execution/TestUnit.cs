namespace IpytestNet.Execution;

/// <summary>Tests that are run in one go: a single test with its surroundings, or tests that their framework runs together.</summary>
/// <param name="Tests">The tests, in their order; all of one runner.</param>
/// <param name="IsSingle">Whether it is a single test that is set up, called and torn down by us.</param>
internal sealed record TestUnit(IReadOnlyList<TestCase> Tests, bool IsSingle)
{
    /// <summary>Divides tests into units and keeps their order.</summary>
    /// <param name="tests">The tests.</param>
    /// <param name="isSingle">Whether a test needs to be a unit of its own.</param>
    public static IReadOnlyList<TestUnit> Divide(IReadOnlyList<TestCase> tests, Predicate<TestCase> isSingle)
    {
        var units = new List<TestUnit>();
        for (var start = 0; start < tests.Count;)
        {
            var runner = tests[start].Runner;
            if (isSingle(tests[start]))
                units.Add(new TestUnit([tests[start]], IsSingle: true));
            else
                units.Add(new TestUnit([.. InOneGo(tests, start, test => ReferenceEquals(test.Runner, runner) && !isSingle(test))], IsSingle: false));
            start += units[^1].Tests.Count;
        }

        return units;
    }

    // A framework runs container by container: one that comes again behind another would not keep the order.
    private static IEnumerable<TestCase> InOneGo(IReadOnlyList<TestCase> tests, int start, Predicate<TestCase> belongs)
    {
        var left = new HashSet<object>();
        object? current = null;
        for (var i = start; i < tests.Count && belongs(tests[i]); i++)
        {
            if (tests[i].Container is { } container && !ReferenceEquals(container, current))
            {
                if (!left.Add(container))
                    yield break;
                current = container;
            }

            yield return tests[i];
        }
    }
}
