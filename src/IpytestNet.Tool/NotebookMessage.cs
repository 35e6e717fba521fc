using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Storage;
using IpytestNet.Reports;

namespace IpytestNet.Tool;

/// <summary>What the process of a notebook tells of it.</summary>
[JsonDerivedType(typeof(CellBegan), "cell began")]
[JsonDerivedType(typeof(Reported), "reported")]
[JsonDerivedType(typeof(Measured), "measured")]
[JsonDerivedType(typeof(Ended), "ended")]
internal abstract record NotebookMessage
{
    /// <summary>A cell has begun.</summary>
    /// <param name="Place">The cell, such as <c>In[3]</c>.</param>
    public sealed record CellBegan(string Place) : NotebookMessage;

    /// <summary>Something that reports take down.</summary>
    public sealed record Reported(RunEntry Entry) : NotebookMessage;

    /// <summary>A run has measured something.</summary>
    /// <param name="Coverage">What, as the data file holds it.</param>
    public sealed record Measured(JsonObject Coverage) : NotebookMessage
    {
        /// <summary>Tells of what was measured.</summary>
        /// <param name="data">What was measured.</param>
        /// <param name="folder">The folder that relative paths in it start from.</param>
        public static Measured Of(CoverageData data, string folder) => new(CoverageFormat.Write(data, folder));

        /// <summary>Reads what was measured.</summary>
        /// <param name="folder">The folder that relative paths in it start from.</param>
        public CoverageData Data(string folder) => CoverageFormat.Read(Coverage, folder);
    }

    /// <summary>The notebook has ended.</summary>
    public sealed record Ended(NotebookOutcome Outcome) : NotebookMessage;
}
