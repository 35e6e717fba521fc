using System.Text.Json;
using System.Text.Json.Serialization;
using Xunit;

namespace IpytestNet.Specs.Assertions;

/// <summary>The assertions of <c>tests/corpora</c>, each of a kind that people write.</summary>
internal static class Corpus
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Dictionary<string, CorpusCase> Cases = Read().ToDictionary(found => found.Id, StringComparer.Ordinal);

    /// <summary>Gives a case.</summary>
    public static CorpusCase Get(string id) => Cases[id];

    /// <summary>Gives the ids of cases, as a theory takes them; the trait <c>case</c> selects one.</summary>
    public static IEnumerable<TheoryDataRow<string>> Rows(Func<CorpusCase, bool> predicate) => Cases.Values
        .Where(predicate)
        .Select(found => new TheoryDataRow<string>(found.Id).WithTrait("case", found.Id));

    private static IEnumerable<CorpusCase> Read() =>
    [
        .. Read("assertions.jsonl").Select(found => found with { IsCompared = true }),
        .. Read("assertions-more.jsonl"),
    ];

    private static IEnumerable<CorpusCase> Read(string file) => File
        .ReadLines(Path.Combine(Repository.Root, "tests", "corpora", file))
        .Where(line => line.Length > 0)
        .Select(line => JsonSerializer.Deserialize<CorpusCase>(line, Format)!);
}
