namespace IpytestNet.Tool.Coverage;

/// <summary>The data that a report is made of.</summary>
/// <param name="File">The path of the data file.</param>
internal sealed record DataChoice(string File)
{
    /// <summary>Patterns of all that is reported; empty for everything.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Patterns of what is left out.</summary>
    public IReadOnlyList<string> Omit { get; init; } = [];

    /// <summary>The least total coverage in percent; null for any.</summary>
    public double? FailUnder { get; init; }

    /// <summary>The digits after the decimal point of percentages.</summary>
    public int Precision { get; init; }
}
