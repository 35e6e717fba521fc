using System.Text.Json.Serialization;

namespace IpytestNet.Specs.Coverage;

/// <summary>A cell, what runs it, and which of its lines and outcomes that covers; <c>tests/corpora/README.md</c> tells what the fields mean.</summary>
public sealed record CoverageCase
{
    public string Id { get; init; } = "";

    public string Category { get; init; } = "";

    [JsonPropertyName("before_cells")]
    public IReadOnlyList<CoverageCase> BeforeCells { get; init; } = [];

    public string Cell { get; init; } = "";

    public string Test { get; init; } = "";

    [JsonPropertyName("executable_lines")]
    public IReadOnlyList<int> ExecutableLines { get; init; } = [];

    [JsonPropertyName("covered_lines")]
    public IReadOnlyList<int> CoveredLines { get; init; } = [];

    [JsonPropertyName("missing_lines")]
    public IReadOnlyList<int> MissingLines { get; init; } = [];

    [JsonPropertyName("excluded_lines")]
    public IReadOnlyList<int> ExcludedLines { get; init; } = [];

    public IReadOnlyList<Branch> Branches { get; init; } = [];



    public override string ToString() => Id;

    /// <summary>The outcomes of a line, added up.</summary>
    public sealed record Branch(int Line, int Total, int Covered);
}
