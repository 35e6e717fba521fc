using System.Globalization;

namespace IpytestNet.CommandLine;

/// <summary>The options of this version, in the order in which the help lists them.</summary>
internal static class OptionTable
{
    private const string General = "general";
    private const string Reporting = "reporting";
    private const string Collection = "collection";
    private const string Configuration = "test session debugging and configuration";

    public static IReadOnlyList<Option> All { get; } =
    [
        new(General, ["-k"], "EXPRESSION",
            "Run only the tests whose names match: substrings, joined by and, or, not and parentheses, upper and lower case "
            + "alike. The function, its row, its classes, its traits and the notebook are looked at. "
            + "Example: -k 'add and not (slow or rows)'.",
            (options, value) => options with { Keyword = KeywordExpression.Parse(value) }),
        new(General, ["-x", "--exitfirst"], null,
            "Stop at the first failure or error.",
            (options, _) => options with { MaxFail = 1 }),
        new(General, ["--maxfail"], "NUM",
            "Stop after that many failures or errors; 0 never stops.",
            (options, value) => options with { MaxFail = Count("--maxfail", value) }),
        new(General, ["--capture"], "METHOD",
            "What becomes of the output of tests: fd and sys both keep it for the report of a failed test, "
            + "no lets it through as it is printed.",
            (options, value) => options with { NoCapture = Choice("--capture", value, ("fd", false), ("sys", false), ("no", true)) }),
        new(General, ["-s"], null,
            "The same as --capture=no.",
            (options, _) => options with { NoCapture = true }),

        new(Reporting, ["-v", "--verbose"], null,
            "Say more; -v lists each test and shows more of values, -vv shows all of them.",
            (options, _) => options with { Verbosity = options.Verbosity + 1 }) { ChangesVerbosity = true },
        new(Reporting, ["-q", "--quiet"], null,
            "Say less; may be repeated.",
            (options, _) => options with { Verbosity = options.Verbosity - 1 }) { ChangesVerbosity = true },
        new(Reporting, ["--tb"], "STYLE",
            "How the trace of a failure is shown: auto, long, short, line, native or no.",
            (options, value) => options with { Traceback = Traceback(value) }),
        new(Reporting, ["--color"], "COLOR",
            "Colour the report: yes, no or auto.",
            (options, value) => options with { Color = Color(value) }),

        new(Collection, ["--collect-only", "--co"], null,
            "List the selected tests and run none.",
            (options, _) => options with { CollectOnly = true }),
        new(Collection, ["--deselect"], "NODEID_PREFIX",
            "Leave out the tests whose node id begins so; may be given several times.",
            (options, value) => options with { Deselect = [.. options.Deselect, value] }),

        new(Configuration, ["-V", "--version"], null,
            "Print the version and run nothing.",
            (options, _) => options with { Version = true }),
        new(Configuration, ["-h", "--help"], null,
            "Print this help and run nothing.",
            (options, _) => options with { Help = true }),
    ];

    private static TracebackStyle Traceback(string value) =>
        Choice(
            "--tb",
            value,
            ("auto", TracebackStyle.Auto),
            ("long", TracebackStyle.Long),
            ("short", TracebackStyle.Short),
            ("line", TracebackStyle.Line),
            ("native", TracebackStyle.Native),
            ("no", TracebackStyle.No));

    private static ColorMode Color(string value) =>
        Choice("--color", value, ("yes", ColorMode.Yes), ("no", ColorMode.No), ("auto", ColorMode.Auto));

    private static T Choice<T>(string option, string value, params (string Name, T Value)[] choices)
    {
        foreach (var choice in choices)
        {
            if (choice.Name == value)
                return choice.Value;
        }

        var names = string.Join(", ", choices.Select(choice => $"'{choice.Name}'"));
        throw new UsageException($"argument {option}: invalid choice: '{value}' (choose from {names})") { ShowsUsage = true };
    }

    private static int Count(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new UsageException($"argument {option}: invalid int value: '{value}' (write a whole number, 0 or more)")
            {
                ShowsUsage = true,
            };
}
