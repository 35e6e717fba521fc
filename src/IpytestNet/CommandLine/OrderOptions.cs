namespace IpytestNet.CommandLine;

/// <summary>Options that look at earlier runs, and change the order of tests.</summary>
internal static class OrderOptions
{
    private const string Group = "order and earlier runs";

    public static IReadOnlyList<Option> All { get; } =
    [
        new(Group, ["--lf", "--last-failed"], null,
            "Run only the tests that failed last time; all, if none did.",
            (options, _) => options with { LastFailed = true }),
        new(Group, ["--ff", "--failed-first"], null,
            "Run all tests, those that failed last time first.",
            (options, _) => options with { FailedFirst = true }),
        new(Group, ["--nf", "--new-first"], null,
            "Run the tests first that no run knows yet.",
            (options, _) => options with { NewFirst = true }),
        new(Group, ["--lfnf", "--last-failed-no-failures"], "WHICH",
            "What --lf runs where no failure is known: all or none.",
            (options, value) => options with { AllWhenNoneFailed = OptionValue.Choice("--lfnf", value, ("all", true), ("none", false)) }),
        new(Group, ["--sw", "--stepwise"], null,
            "Stop at the first failure, and go on from there next time.",
            (options, _) => options with { Stepwise = true }),
        new(Group, ["--sw-skip", "--stepwise-skip"], null,
            "As --sw, but pass over the first failure and stop at the next.",
            (options, _) => options with { Stepwise = true, StepwiseSkip = true }),
        new(Group, ["--cache-clear"], null,
            "Forget what is known of earlier runs.",
            (options, _) => options with { ClearCache = true }),
        new(Group, ["--random-order"], "SEED",
            "Run the tests in a random order; the seed is printed, and the same seed gives the same order.",
            (options, value) => options with { RandomOrderSeed = value.Length == 0 ? Random.Shared.Next(1_000_000) : OptionValue.Count("--random-order", value) })
        {
            ValueIsOptional = true,
        },
    ];
}
