namespace IpytestNet.Kernel.Completion;

/// <summary>Whether a cell can run as it is written, for shells that decide on Enter.</summary>
public abstract record Completeness
{
    private Completeness()
    {
    }

    /// <summary>It can run.</summary>
    public sealed record Complete : Completeness;

    /// <summary>Something is still to come.</summary>
    /// <param name="Indent">How many spaces the next line should begin with.</param>
    public sealed record Incomplete(int Indent) : Completeness;

    /// <summary>No line that follows makes it C#.</summary>
    public sealed record Invalid : Completeness;
}
