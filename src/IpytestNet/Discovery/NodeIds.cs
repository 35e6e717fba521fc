using IpytestNet.Execution;

namespace IpytestNet.Discovery;

/// <summary>Keeps node ids apart.</summary>
internal static class NodeIds
{
    /// <summary>Gives equal ids (equal rows of a theory, say) the endings <c>#2</c>, <c>#3</c>, ….</summary>
    public static IReadOnlyList<TestCase> MakeUnique(IReadOnlyList<TestCase> tests)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var unique = new List<TestCase>(tests.Count);
        foreach (var test in tests)
        {
            var count = seen[test.NodeId] = seen.GetValueOrDefault(test.NodeId) + 1;
            unique.Add(count is 1 ? test : test with { NodeId = $"{test.NodeId}#{count}", DisplayName = $"{test.DisplayName}#{count}" });
        }

        return unique;
    }
}
