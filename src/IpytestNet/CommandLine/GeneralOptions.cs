namespace IpytestNet.CommandLine;

/// <summary>Options that select tests by their names and markers, and end a run early.</summary>
internal static class GeneralOptions
{
    private const string Group = "general";

    public static IReadOnlyList<Option> All { get; } =
    [
        new(Group, ["-k"], "EXPRESSION",
            "Run only the tests whose names match: substrings, joined by and, or, not and parentheses, upper and lower case "
            + "alike. The function, its row, its classes, its markers and the notebook are looked at. "
            + "Example: -k 'add and not (slow or rows)'.",
            (options, value) => options with { Keyword = KeywordExpression.Parse(value) }),
        new(Group, ["-m"], "MARKEXPR",
            "Run only the tests with matching markers: those of [Mark], traits, and skip, skipif and xfail. "
            + "Example: -m 'slow and not database'.",
            (options, value) => options with { MarkExpression = KeywordExpression.Parse(value, "-m") }),
        new(Group, ["--markers"], null,
            "List the markers and run nothing.",
            (options, _) => options with { ListMarkers = true }),
        new(Group, ["-x", "--exitfirst"], null,
            "Stop at the first failure or error.",
            (options, _) => options with { MaxFail = 1 }),
        new(Group, ["--maxfail"], "NUM",
            "Stop after that many failures or errors; 0 never stops.",
            (options, value) => options with { MaxFail = OptionValue.Count("--maxfail", value) }),
        new(Group, ["--strict-markers"], null,
            "Take a marker that is not registered in ipytest.ini for an error.",
            (options, _) => options with { StrictMarkers = true }),
        new(Group, ["--fixtures", "--funcargs"], null,
            "List the fixtures and run nothing.",
            (options, _) => options with { ListFixtures = true }),
        new(Group, ["--pdb"], null,
            "At the first failure, offer to look into it: the exception and the values that were kept.",
            (options, _) => options with { PostMortem = true }),
        new(Group, ["--capture"], "METHOD",
            "What becomes of the output of tests: fd and sys both keep it for the report of a failed test, "
            + "no lets it through as it is printed.",
            (options, value) => options with { NoCapture = OptionValue.Choice("--capture", value, ("fd", false), ("sys", false), ("no", true)) }),
        new(Group, ["-s"], null,
            "The same as --capture=no.",
            (options, _) => options with { NoCapture = true }),
        new(Group, ["--runxfail"], null,
            "Run tests that are expected to fail as if they were not.",
            (options, _) => options with { RunXFail = true }),
    ];
}
