namespace IpytestNet.CommandLine;

/// <summary>Options about what is collected.</summary>
internal static class CollectionOptions
{
    private const string Group = "collection";

    public static IReadOnlyList<Option> All { get; } =
    [
        new(Group, ["--collect-only", "--co"], null,
            "List the selected tests and run none.",
            (options, _) => options with { CollectOnly = true }),
        new(Group, ["--ignore"], "PATH",
            "Leave out a path; may be given several times.",
            (options, value) => options with { Ignore = [.. options.Ignore, value] }),
        new(Group, ["--deselect"], "NODEID_PREFIX",
            "Leave out the tests whose node id begins so; may be given several times.",
            (options, value) => options with { Deselect = [.. options.Deselect, value] }),
    ];
}
