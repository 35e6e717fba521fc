using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Watch;

/// <summary>The help of <c>ipytest watch</c>.</summary>
internal static class WatchHelp
{
    /// <summary>The line that shows how arguments are written.</summary>
    public const string Usage = "usage: ipytest watch PATH... [options] [pytest options]";

    private const string Intro =
        "Runs C# notebooks, and runs them again when they change or anything that their code comes from: files that they load, projects and libraries "
        + "that they refer to, conftest.csx, ipytest.ini. Only the notebooks run that a change concerns. A run that a change overtakes is ended and "
        + "begun anew. New notebooks in a FOLDER or of a PATTERN join; outputs that a notebook application saves are no change.";

    private static readonly (string Heading, (string Name, string Text)[] Entries)[] Sections =
    [
        ("PATH and options", [
            ("", "Those of `ipytest run`, see `ipytest run --help`. There is no --output and no --inplace. Reports tell of the last run alone."),
        ]),
        ("keys, on a terminal", [
            ("Enter", "Run all notebooks again."),
            ("q Enter", "End."),
            ("Ctrl+C", "End, with all that runs."),
        ]),
        ("environment", [
            ("DOTNET_USE_POLLING_FILE_WATCHER", "1: look at the files twice a second instead of having the system tell of changes, for file systems that do not."),
        ]),
        ("exit codes", [
            ("0", "The last result of every notebook is good."),
            ("1", "That of some notebook is not, or it has none yet."),
            ("3", "An internal error of ipytest."),
            ("4", "Wrong arguments, or a PATH without a notebook."),
        ]),
    ];

    /// <summary>Renders the help.</summary>
    /// <param name="width">The width of a line in columns.</param>
    public static string Text(int width)
    {
        width = RunHelp.Fit(width);
        return string.Join('\n', new[] { Usage, "" }
            .Concat(TextColumns.Wrap(Intro, width))
            .Concat(Sections.SelectMany(section => RunHelp.Section(section.Heading, section.Entries, width))));
    }
}
