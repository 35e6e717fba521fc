namespace IpytestNet.CommandLine;

/// <summary>Options about time and threads.</summary>
internal static class RunningOptions
{
    private const string Group = "running";

    public static IReadOnlyList<Option> All { get; } =
    [
        new(Group, ["--timeout"], "SECONDS",
            "Stop a test that takes longer, and count it as failed; 0 sets no limit.",
            (options, value) => options with { Timeout = OptionValue.Limit("--timeout", value) }),
        new(Group, ["--session-timeout"], "SECONDS",
            "End the run after that time, as an interrupt does; 0 sets no limit.",
            (options, value) => options with { SessionTimeout = OptionValue.Limit("--session-timeout", value) }),
        new(Group, ["-n", "--numprocesses"], "NUM",
            "Run that many tests at the same time, on threads; auto takes the number of processors, 0 runs one after the other.",
            (options, value) => options with { Workers = value is "auto" or "logical" ? Environment.ProcessorCount : OptionValue.Count("-n/--numprocesses", value) }),
    ];
}
