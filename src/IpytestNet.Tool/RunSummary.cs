using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>The closing table: a line for each notebook, what speaks against it, and the counts.</summary>
internal static class RunSummary
{
    private const int StatusWidth = 10;

    /// <summary>The greatest width of the table: longer lines are hard to follow from the name to the figures.</summary>
    public const int MaxWidth = 100;

    /// <summary>Renders the summary.</summary>
    /// <param name="outcomes">The notebooks, in the order in which they are to stand.</param>
    /// <param name="elapsed">How long all took.</param>
    /// <param name="width">The width of a line in columns.</param>
    /// <param name="palette">The colours.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<NotebookOutcome> outcomes, TimeSpan elapsed, int width, Palette palette)
    {
        width = Math.Min(width, MaxWidth);
        return ["", palette.Dim(TextColumns.Rule("notebooks", width)), .. outcomes.SelectMany(outcome => Lines(outcome, outcome.Name, Figures(outcome), width, palette)), Counts(outcomes, elapsed, palette)];
    }

    /// <summary>Renders the lines of one notebook.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="name">What stands for its name.</param>
    /// <param name="figures">What stands at the right.</param>
    /// <param name="width">The width of a line in columns.</param>
    /// <param name="palette">The colours.</param>
    public static IEnumerable<string> Lines(NotebookOutcome outcome, string name, string figures, int width, Palette palette)
    {
        var status = Paint(Word(outcome).PadRight(StatusWidth), outcome.ExitCode, palette);
        var gap = width - StatusWidth - TextColumns.Width(name) - figures.Length;
        if (gap >= 2 || figures is "")
        {
            yield return $"{status}{name}{palette.Dim(figures.Length > 0 ? figures.PadLeft(gap + figures.Length) : "")}";
        }
        else
        {
            yield return $"{status}{name}";
            yield return palette.Dim(figures.PadLeft(width));
        }

        foreach (var line in Finding.Lines(outcome.Findings).SelectMany(text => text.Split('\n')).SelectMany(line => TextColumns.Wrap(line, width - StatusWidth)))
            yield return new string(' ', StatusWidth) + line;
    }

    /// <summary>The cells and the time of a notebook.</summary>
    public static string Figures(NotebookOutcome outcome) => outcome.Cells is not { } cells
        ? ""
        : $"{(outcome.CellsRun == cells ? "" : $"{outcome.CellsRun} of ")}{cells} {(cells is 1 ? "cell" : "cells")}{Seconds(outcome.Elapsed),9}";

    private static string Counts(IReadOnlyList<NotebookOutcome> outcomes, TimeSpan elapsed, Palette palette)
    {
        var counts = outcomes
            .GroupBy(outcome => Word(outcome), (word, same) => (Word: word, Count: same.Count(), same.First().ExitCode))
            .OrderBy(group => group.ExitCode is ExitCode.Ok)
            .ThenBy(group => group.ExitCode)
            .Select(group => Paint($"{group.Count} {Counted(group.Word, group.Count)}", group.ExitCode, palette));
        return $"{string.Join(", ", counts)} in {Seconds(elapsed)}";
    }

    private static string Counted(string word, int count) => (word, count) switch
    {
        ("ERROR", > 1) => "errors",
        ("no tests", _) => "without tests",
        _ => word.ToLowerInvariant(),
    };

    private static string Seconds(TimeSpan time) =>
        time.TotalMinutes < 1 ? $"{time.TotalSeconds:F2}s" : $"{(int)time.TotalMinutes}m{time.Seconds:00}s";

    /// <summary>The outcome in a word or two.</summary>
    public static string Word(NotebookOutcome outcome) => outcome.IsLeftOut ? "not run" : Word(outcome.ExitCode);

    private static string Word(ExitCode code) => code switch
    {
        ExitCode.Ok => "ok",
        ExitCode.TestsFailed => "FAILED",
        ExitCode.Interrupted => "STOPPED",
        ExitCode.NoTestsCollected => "no tests",
        _ => "ERROR",
    };

    private static string Paint(string text, ExitCode code, Palette palette) => code switch
    {
        ExitCode.Ok => palette.Green(text),
        ExitCode.Interrupted or ExitCode.NoTestsCollected => palette.Yellow(text),
        _ => palette.Red(text),
    };
}
