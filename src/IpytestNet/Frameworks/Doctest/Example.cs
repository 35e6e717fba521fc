namespace IpytestNet.Frameworks.Doctest;

/// <summary>A piece of code in documentation that runs, and what is expected of it.</summary>
/// <param name="Code">The C#.</param>
/// <param name="Line">The 1-based line of the cell or file on which the code begins.</param>
/// <param name="LastLine">The line on which it ends.</param>
internal sealed record Example(string Code, int Line, int LastLine)
{
    /// <summary>What it must give or print; an empty text for nothing, null where anything will do.</summary>
    public string? Want { get; init; }

    /// <summary>The flags that it sets and takes back.</summary>
    public FlagChange Flags { get; init; } = FlagChange.None;
}
