using IpytestNet.CommandLine;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>The sections of <c>--durations</c> over all notebooks: their slowest cells, and the slowest of them.</summary>
internal static class SlowestCells
{
    /// <summary>Renders them; nothing without the option.</summary>
    /// <param name="outcomes">The notebooks.</param>
    /// <param name="options">The options of the command.</param>
    /// <param name="width">The width of a line in columns.</param>
    /// <param name="palette">The colours.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<NotebookOutcome> outcomes, RunOptions options, int width, Palette palette)
    {
        if (options.Durations is not { } count)
            return [];
        width = Math.Min(width, RunSummary.MaxWidth);
        var cells = outcomes.SelectMany(outcome => outcome.CellTimes, (outcome, cell) => (Name: $"{outcome.Name} {cell.Place}", cell.Elapsed));
        var notebooks = outcomes.Where(outcome => outcome.Cells is not null).Select(outcome => (outcome.Name, outcome.Elapsed));
        return Section("cells", cells).Concat(outcomes.Count > 1 ? Section("notebooks", notebooks) : []);

        IEnumerable<string> Section(string what, IEnumerable<(string Name, TimeSpan Elapsed)> times)
        {
            var slowest = times.Where(time => options.Verbosity >= 2 || time.Elapsed >= options.DurationsMin).OrderByDescending(time => time.Elapsed).ToList();
            var shown = count is 0 ? slowest : slowest.Take(count).ToList();
            return ["", palette.Dim(TextColumns.Rule(count is 0 ? $"slowest {what}" : $"slowest {count} {what}", width)), .. shown.Select(time => $"{time.Elapsed.TotalSeconds:F2}s  {time.Name}")];
        }
    }
}
