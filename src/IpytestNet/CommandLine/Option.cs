namespace IpytestNet.CommandLine;

/// <summary>One option of the command line.</summary>
/// <param name="Group">The heading under which the help lists it.</param>
/// <param name="Names">Its spellings, short ones first.</param>
/// <param name="ValueName">What the help calls its value; null for a flag.</param>
/// <param name="Help">What it does, as a sentence.</param>
/// <param name="Apply">Sets it, given the value (empty for a flag).</param>
internal sealed record Option(
    string Group,
    IReadOnlyList<string> Names,
    string? ValueName,
    string Help,
    Func<RunOptions, string, RunOptions> Apply)
{
    /// <summary>Whether it is one of those that change how much is said.</summary>
    public bool ChangesVerbosity { get; init; }

    /// <summary>Whether a value may be left out; it then must be joined to the name, as in <c>--random-order=7</c>.</summary>
    public bool ValueIsOptional { get; init; }

    /// <summary>Whether a value follows it.</summary>
    public bool TakesValue => ValueName is not null;

    /// <summary>The name in errors, as argparse gives it: <c>-x/--exitfirst</c>.</summary>
    public string Title => string.Join('/', Names);
}
