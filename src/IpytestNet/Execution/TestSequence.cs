namespace IpytestNet.Execution;

/// <summary>Finds the tests that can run side by side.</summary>
internal static class TestSequence
{
    /// <summary>Divides tests into sequences that share nothing, in the order of their first tests.</summary>
    public static IReadOnlyList<IReadOnlyList<TestCase>> Divide(IReadOnlyList<TestCase> tests, ITestSurroundings surroundings)
    {
        var roots = Enumerable.Range(0, tests.Count).ToArray();
        var firstWith = new Dictionary<object, int>();
        for (var i = 0; i < tests.Count; i++)
        {
            IEnumerable<object> shared = tests[i].Runner.SharedBy(tests[i]) is { } ofRunner ? [ofRunner] : [];
            foreach (var common in shared.Concat(surroundings.SharedBy(tests[i])))
            {
                if (!firstWith.TryAdd(common, i))
                    Join(roots, i, firstWith[common]);
            }
        }

        return [.. Enumerable.Range(0, tests.Count)
            .GroupBy(i => Root(roots, i), i => tests[i])
            .Select(sequence => sequence.ToArray())];
    }

    private static void Join(int[] roots, int one, int other)
    {
        var (a, b) = (Root(roots, one), Root(roots, other));
        roots[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Root(int[] roots, int of)
    {
        while (roots[of] != of)
            of = roots[of] = roots[roots[of]];
        return of;
    }
}
