using IpytestNet.CommandLine;
using IpytestNet.Kernel;
using IpytestNet.Plugins;

namespace IpytestNet.Tool;

/// <summary>Ends a command with the table of its notebooks, and with the slowest if <c>--durations</c> asks for them.</summary>
/// <param name="width">The width of a line in columns.</param>
/// <param name="palette">The colours.</param>
/// <param name="options">The options of the command.</param>
internal sealed class SummaryFollower(int width, Palette palette, RunOptions options) : IRunFollower
{
    private readonly List<NotebookOutcome> _outcomes = [];

    /// <inheritdoc/>
    public IEnumerable<IPlugin> PluginsFor(NotebookTarget.Found target) => [];

    /// <inheritdoc/>
    public void Begin(NotebookTarget.Found target, Notebook notebook)
    {
    }

    /// <inheritdoc/>
    public void End(NotebookTarget target, NotebookOutcome outcome) => _outcomes.Add(outcome);

    /// <inheritdoc/>
    public void Finish(RunScreen screen, TimeSpan elapsed)
    {
        foreach (var line in SlowestCells.Lines(_outcomes, options, width, palette).Concat(RunSummary.Lines(_outcomes, elapsed, width, palette)))
            screen.WriteLine(line);
    }
}
