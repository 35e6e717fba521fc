using System.Security.Cryptography;
using System.Text;

namespace IpytestNet.Reports.Trx;

/// <summary>A test result with the ids by which the parts of the document refer to it.</summary>
/// <param name="Result">The result.</param>
/// <param name="TestId">The id of the test, the same in every run.</param>
/// <param name="ExecutionId">The id of this execution.</param>
internal sealed record TrxTest(TestResult Result, Guid TestId, Guid ExecutionId)
{
    /// <summary>Gives results their ids; a test that ran several times has one for each.</summary>
    public static IReadOnlyList<TrxTest> Of(IEnumerable<TestResult> results)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. results.Select(result =>
        {
            var count = seen[result.Test.NodeId] = seen.GetValueOrDefault(result.Test.NodeId) + 1;
            return new TrxTest(result, Id($"test {result.Test.NodeId} {count}"), Id($"execution {result.Test.NodeId} {count} {result.Start:O}"));
        })];
    }

    private static Guid Id(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
