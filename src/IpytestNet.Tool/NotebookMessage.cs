using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Storage;
using IpytestNet.Reports;

namespace IpytestNet.Tool;

/// <summary>What the process of a notebook tells of it.</summary>
[JsonDerivedType(typeof(Reported), "reported")]
[JsonDerivedType(typeof(Ended), "ended")]
internal abstract record NotebookMessage
{
    /// <summary>Something that reports take down.</summary>
    public sealed record Reported(RunEntry Entry) : NotebookMessage;

    /// <summary>The notebook has ended.</summary>
    /// <param name="Outcome">How.</param>
    /// <param name="Coverage">What its runs measured, as the data file holds it; null for nothing.</param>
    public sealed record Ended(NotebookOutcome Outcome, JsonObject? Coverage = null) : NotebookMessage
    {
        /// <summary>Reads what its runs measured.</summary>
        /// <param name="folder">The folder that relative paths in it start from.</param>
        public CoverageData? CoverageData(string folder) => Coverage is null ? null : CoverageFormat.Read(Coverage, folder);
    }
}
