namespace IpytestNet.Tool.Strip;

/// <summary>What is stripped from a notebook.</summary>
internal sealed record StripOptions
{
    /// <summary>Whether the outputs of all cells stay.</summary>
    /// <value>Default false.</value>
    public bool KeepOutput { get; init; }

    /// <summary>Whether the execution counts stay.</summary>
    /// <value>Default false.</value>
    public bool KeepCount { get; init; }

    /// <summary>Whether metadata goes too that changes from one machine or run to the next.</summary>
    /// <value>Default false.</value>
    public bool Metadata { get; init; }
}
