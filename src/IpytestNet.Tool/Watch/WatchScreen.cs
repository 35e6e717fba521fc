using System.Globalization;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Watch;

/// <summary>What a person sees around the runs: why they began, and how the notebooks stand.</summary>
/// <param name="console">The process around it.</param>
/// <param name="palette">The colours.</param>
internal sealed class WatchScreen(ToolConsole console, Palette palette)
{
    private const string Clear = "\e[H\e[2J\e[3J";
    private const int MostNames = 3;

    private int Width => Math.Min(console.Width, RunSummary.MaxWidth);

    /// <summary>Begins a run; on a terminal the one before goes from sight.</summary>
    /// <param name="why">Why it begins.</param>
    public void Begin(string why)
    {
        if (console.IsTerminal)
            console.Out.Write(Clear);
        Say(why);
    }

    /// <summary>Says something, with the time.</summary>
    public void Say(string text) =>
        Write($"{palette.Dim(console.Time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture))} {text}");

    /// <summary>Shows how the notebooks stand.</summary>
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="ran">Those among them that have just run.</param>
    public void Show(IEnumerable<WatchedNotebook> notebooks, IReadOnlyCollection<WatchedNotebook> ran)
    {
        Write("");
        Write(palette.Dim(TextColumns.Rule("notebooks", Width)));
        foreach (var notebook in notebooks)
        {
            foreach (var line in Lines(notebook, ran.Contains(notebook)))
                Write(line);
        }
    }

    /// <summary>Says what is watched, and how to end it.</summary>
    /// <param name="notebooks">The number of notebooks.</param>
    /// <param name="files">The number of files that they depend on beside.</param>
    public void ShowWatching(int notebooks, int files)
    {
        var keys = console.Input is null ? "" : "Enter runs all again, q and Enter or ";
        Write($"Watching {Count(notebooks, "notebook")} and {Count(files, "file")}; {keys}Ctrl+C ends it");
        console.Out.Flush();
    }

    /// <summary>Names files by their paths from here; of many the first ones.</summary>
    public string Names(IReadOnlyList<string> paths)
    {
        var names = paths.Take(MostNames).Select(path => Path.GetRelativePath(console.WorkingDirectory, path));
        return string.Join(", ", names) + (paths.Count > MostNames ? $" and {paths.Count - MostNames} more" : "");
    }

    /// <summary>Counts things.</summary>
    public static string Count(int count, string thing) => $"{count} {thing}{(count is 1 ? "" : "s")}";

    private IEnumerable<string> Lines(WatchedNotebook notebook, bool hasRun)
    {
        var mark = hasRun ? "> " : "  ";
        var outcome = notebook.Result?.Outcome ?? NotebookOutcome.LeftOut(notebook.Target.Shown);
        var name = notebook.Target.Shown + (hasRun ? Turn(notebook) : "");
        return RunSummary.Lines(outcome, name, Figures(notebook.Result), Width - mark.Length, palette)
            .Select((line, index) => (index is 0 ? mark : "  ") + line);
    }

    private static string Turn(WatchedNotebook notebook)
    {
        if (notebook is not { Before: { } before, Result: { } after })
            return "";
        var (from, to) = (RunSummary.Word(before.Outcome), RunSummary.Word(after.Outcome));
        return from == to ? "" : $"  {from} → {to}";
    }

    private static string Figures(NotebookResult? result)
    {
        if (result is null)
            return "";
        var tests = string.Join(", ", new[] { (result.Failed, "failed"), (result.Passed, "passed") }.Where(count => count.Item1 > 0).Select(count => $"{count.Item1} {count.Item2}"));
        return $"{tests}  {RunSummary.Figures(result.Outcome)}".Trim();
    }

    private void Write(string line) => console.Out.WriteLine(line);
}
