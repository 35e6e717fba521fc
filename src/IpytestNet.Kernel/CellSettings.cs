namespace IpytestNet.Kernel;

/// <summary>How a cell is to be run.</summary>
public sealed record CellSettings
{
    /// <summary>Whether the cell gets a number of its own, which the next one follows.</summary>
    /// <value>Default true.</value>
    public bool IsCounted { get; init; } = true;

    /// <summary>Asks a person for a line of input, with a prompt; it gives null at the end of the input, and must end when its token is signalled.</summary>
    /// <value>Default null: code that asks for input gets an exception.</value>
    public Func<string, CancellationToken, string?>? ReadLine { get; init; }
}
