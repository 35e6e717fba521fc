using IpytestNet.CommandLine;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>The help of <c>ipytest run</c>.</summary>
internal static class RunHelp
{
    /// <summary>The line that shows how arguments are written.</summary>
    public const string Usage = "usage: ipytest run PATH... [options] [pytest options]";

    private const int TextColumn = 24;
    private const int MaxWidth = 100;

    private static readonly (string Heading, (string Name, string Text)[] Entries)[] Before =
    [
        ("PATH", [
            ("NOTEBOOK", "A file: .ipynb, .dib, or .cs with `// %%` cells."),
            ("NOTEBOOK::NODE", "Only that test of the notebook, such as Example.ipynb::TestAdd."),
            ("FOLDER", "All notebooks in the folder and below; hidden folders, bin and obj are passed by."),
            ("PATTERN", "All notebooks that match * and **, such as 'docs/**/*.ipynb'."),
        ]),
        ("options", [
            ("--output FILE", "Write the executed notebook to FILE.ipynb; for several notebooks a folder."),
            ("--inplace", "Write the outputs into the notebook that was run (.ipynb only)."),
            ("--shard I/N", "Run the I-th of N parts of the notebooks, for machines that share the work; each notebook is in one part."),
            ("-n NUM, --numprocesses NUM", "Run that many notebooks at the same time, each in a process of its own; auto takes the number of processors, 0 runs all in this process. With one notebook it counts for its tests."),
            ("--allow-errors", "Go on after a cell that throws; the notebook fails all the same."),
            ("--no-autoconfig", "Do not call Ipytest.AutoConfig() before the first cell."),
            ("-h, --help", "Show this help."),
            ("-V, --version", "Show the version."),
        ]),
        ("notebooks as regression tests: each cell is a test case", [
            ("--nbval", "Run every cell, and compare what it puts out with what the notebook has stored."),
            ("--nbval-lax", "Compare only cells that are marked with NBVAL_CHECK_OUTPUT."),
            ("--nbval-update", "Store the outputs that differ, and leave all else in the notebook as it is."),
            ("--nbval-sanitize-with FILE", "Take for equal what the patterns in FILE match: sections with lines `regex: …` and `replace: …`."),
            ("--nbval-no-builtin-sanitizers", "Do not take durations, times, paths, GUIDs, addresses and versions for equal."),
            ("--nbval-skip-mime TYPES", "Do not compare outputs of these MIME types, such as image/* or text/html,image/png."),
            ("--nbval-cell-timeout SECONDS", "Stop a cell that takes longer; it has failed, and the next one runs."),
            ("--nbval-kernel-name NAME", "Run the cells in an installed Jupyter kernel of any language; needs a Python with jupyter_client (IPYTEST_PYTHON names it)."),
        ]),
    ];

    private static readonly (string Heading, (string Name, string Text)[] Entries)[] After =
    [
        ("tags of a cell", [
            ("raises-exception", "The cell must throw, or a test in it must fail; else the notebook fails."),
            ("skip-execution", "The cell does not run."),
            ("nbval-ignore-output, nbval-check-output, nbval-raises-exception, nbval-skip", "What --nbval does with the cell; the same as a comment: // NBVAL_SKIP."),
        ]),
        ("exit codes, the worst of all notebooks", [
            ("0", "All tests passed and all cells ran."),
            ("1", "A test failed, or a cell threw."),
            ("2", "Interrupted."),
            ("3", "An internal error of ipytest."),
            ("4", "Wrong arguments, or a file that is no C# notebook; the others still run."),
            ("5", "No notebook has any test."),
        ]),
    ];

    /// <summary>Renders the help.</summary>
    /// <param name="width">The width of a line in columns.</param>
    /// <param name="ofReports">The options of the reports.</param>
    public static string Text(int width, IReadOnlyList<Option> ofReports)
    {
        width = Fit(width);
        return string.Join('\n', Intro(width).Concat(Before.Append(ReportOptions(ofReports)).Append(PytestOptions()).Concat(After).SelectMany(section => Section(section.Heading, section.Entries, width))));
    }

    /// <summary>Returns the width that help takes of a terminal.</summary>
    public static int Fit(int width) => Math.Clamp(width, TextColumn * 2, MaxWidth);

    private static IEnumerable<string> Intro(int width) =>
    [
        Usage,
        "",
        .. TextColumns.Wrap("Runs C# notebooks from top to bottom, each in a fresh session with its own folder as the working directory, and reports the tests in them. A notebook in which no cell runs tests has all its tests run at its end.", width),
    ];

    private static (string Heading, (string Name, string Text)[] Entries) ReportOptions(IReadOnlyList<Option> ofReports) =>
        ("reports, each one over all notebooks", [.. ofReports.Select(option => (Title(option), option.Help))]);

    private static (string Heading, (string Name, string Text)[] Entries) PytestOptions() =>
        ("pytest options, for every test run in the notebooks", [.. OptionTable.All.Where(option => !IsOurs(option)).Select(option => (Title(option), option.Help))]);

    private static bool IsOurs(Option option) => option.Names.Contains("--help") || option.Names.Contains("--version") || option.Names.Contains("--numprocesses");

    private static string Title(Option option) => string.Join(", ", option.Names) + (option.ValueName is null ? "" : $" {option.ValueName}");

    /// <summary>Renders a section: its heading, and entries in two columns.</summary>
    public static IEnumerable<string> Section(string heading, (string Name, string Text)[] entries, int width) =>
        ["", $"{heading}:", .. entries.SelectMany(entry => Entry(entry.Name, entry.Text, width))];

    private static IEnumerable<string> Entry(string name, string text, int width)
    {
        var left = $"  {name}";
        if (left.Length > TextColumn - 2)
        {
            yield return left;
            left = "";
        }
        foreach (var line in TextColumns.Wrap(text, width - TextColumn))
        {
            yield return left.PadRight(TextColumn) + line;
            left = "";
        }
    }
}
