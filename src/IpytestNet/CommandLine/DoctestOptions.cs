namespace IpytestNet.CommandLine;

/// <summary>Options that make tests of examples in documentation.</summary>
internal static class DoctestOptions
{
    private const string Group = "doctest";

    public static IReadOnlyList<Option> All { get; } =
    [
        new(Group, ["--doctest-modules"], null,
            "Run the examples in XML documentation comments of functions and types.",
            (options, _) => options with { DoctestModules = true }),
        new(Group, ["--doctest-cells"], null,
            "Run the C# blocks of the notebook's Markdown cells.",
            (options, _) => options with { DoctestCells = true }),
        new(Group, ["--doctest-glob"], "PATTERN",
            "Run the C# blocks of Markdown files, such as '*.md'; may be given several times.",
            (options, value) => options with { DoctestGlobs = [.. options.DoctestGlobs, value] }),
        new(Group, ["--doctest-continue-on-failure"], null,
            "Go on with an example after its first mismatch.",
            (options, _) => options with { DoctestContinuesOnFailure = true }),
        new(Group, ["--doctest-option"], "FLAG",
            "An option of all examples: ELLIPSIS, NORMALIZE_WHITESPACE or SKIP; may be given several times.",
            (options, value) => options with { DoctestOptions = [.. options.DoctestOptions, value] }),
    ];
}
