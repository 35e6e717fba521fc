namespace IpytestNet.Testing.Platform;

/// <summary>What the command line of the test application asks for.</summary>
internal sealed record RunChoices
{
    /// <summary>Arguments for <c>ipytest run</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>How many notebooks run at the same time.</summary>
    public int Workers { get; init; } = 1;
}
