namespace IpytestNet.CommandLine;

/// <summary>Options about the report.</summary>
internal static class ReportingOptions
{
    private const string Group = "reporting";

    public static IReadOnlyList<Option> All { get; } =
    [
        new(Group, ["-v", "--verbose"], null,
            "Say more; -v lists each test and shows more of values, -vv shows all of them.",
            (options, _) => options with { Verbosity = options.Verbosity + 1 }) { ChangesVerbosity = true },
        new(Group, ["-q", "--quiet"], null,
            "Say less; may be repeated.",
            (options, _) => options with { Verbosity = options.Verbosity - 1 }) { ChangesVerbosity = true },
        new(Group, ["-r"], "CHARS",
            "Which outcomes the short summary lists: f failed, E error, s skipped, x xfailed, X xpassed, p passed, P passed with "
            + "its output, a all but p and P, A all, N none.",
            (options, value) => options with { ReportLetters = ReportLetter.Resolve(options.ReportLetters, value) }),
        new(Group, ["--tb"], "STYLE",
            "How the trace of a failure is shown: auto, long, short, line, native or no.",
            (options, value) => options with { Traceback = Traceback(value) }),
        new(Group, ["--show-capture"], "STREAM",
            "Which output of a failed test is shown: all, stdout, stderr, log or no.",
            (options, value) => options with { ShowCapture = Capture(value) }),
        new(Group, ["--durations"], "N",
            "List the N slowest setups, calls and teardowns; 0 lists all.",
            (options, value) => options with { Durations = OptionValue.Count("--durations", value) }),
        new(Group, ["--durations-min"], "SECONDS",
            "The shortest time that --durations lists. Default 0.005.",
            (options, value) => options with { DurationsMin = OptionValue.Seconds("--durations-min", value) }),
        new(Group, ["--no-header"], null,
            "Leave out the header.",
            (options, _) => options with { NoHeader = true }),
        new(Group, ["--no-summary"], null,
            "Leave out the summaries at the end.",
            (options, _) => options with { NoSummary = true }),
        new(Group, ["--disable-warnings", "--disable-pytest-warnings"], null,
            "Leave out the summary of warnings.",
            (options, _) => options with { NoWarnings = true }),
        new(Group, ["--color"], "COLOR",
            "Colour the report: yes, no or auto.",
            (options, value) => options with { Color = Color(value) }),
        new(Group, ["--display"], "MODE",
            "How a notebook shows the result: text, or html for a table with failures to open.",
            (options, value) => options with { Display = Display(value) }),
    ];

    private static DisplayMode Display(string value) =>
        OptionValue.Choice("--display", value, ("text", DisplayMode.Text), ("html", DisplayMode.Html));

    private static TracebackStyle Traceback(string value) =>
        OptionValue.Choice(
            "--tb",
            value,
            ("auto", TracebackStyle.Auto),
            ("long", TracebackStyle.Long),
            ("short", TracebackStyle.Short),
            ("line", TracebackStyle.Line),
            ("native", TracebackStyle.Native),
            ("no", TracebackStyle.No));

    private static CaptureShow Capture(string value) =>
        OptionValue.Choice(
            "--show-capture",
            value,
            ("no", CaptureShow.No),
            ("stdout", CaptureShow.Stdout),
            ("stderr", CaptureShow.Stderr),
            ("log", CaptureShow.Log),
            ("all", CaptureShow.All));

    private static ColorMode Color(string value) =>
        OptionValue.Choice("--color", value, ("yes", ColorMode.Yes), ("no", ColorMode.No), ("auto", ColorMode.Auto));
}
