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

    // A framework runs container by container, and in it function by function: one that comes again would not keep the order.
    private static IEnumerable<TestCase> InOneGo(IReadOnlyList<TestCase> tests, int start, Predicate<TestCase> belongs)
    {
        var begun = new HashSet<object>();
        TestCase? before = null;
        for (var i = start; i < tests.Count && belongs(tests[i]); i++)
        {
            if (tests[i] is { Container: { } container } test)
            {
                var isSameContainer = ReferenceEquals(before?.Container, container);
                if (!isSameContainer && !begun.Add(container))
                    yield break;
                if ((!isSameContainer || before?.Name != test.Name) && !begun.Add((container, test.Name)))
                    yield break;
            }

            before = tests[i];
            yield return before;
        }
    }
}
