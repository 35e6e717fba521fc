namespace IpytestNet.CommandLine;

/// <summary>Options about the run as a whole.</summary>
internal static class ConfigurationOptions
{
    private const string Group = "test session debugging and configuration";

    public static IReadOnlyList<Option> All { get; } =
    [
        new(Group, ["-p"], "NAME",
            "Load a plugin by the name of its type; no:NAME leaves one out. May be given several times.",
            (options, value) => options with { PluginNames = [.. options.PluginNames, value] }),
        new(Group, ["-V", "--version"], null,
            "Print the version and run nothing.",
            (options, _) => options with { Version = true }),
        new(Group, ["-h", "--help"], null,
            "Print this help and run nothing.",
            (options, _) => options with { Help = true }),
    ];
}
