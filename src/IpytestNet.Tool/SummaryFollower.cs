using IpytestNet.Kernel;
using IpytestNet.Plugins;

namespace IpytestNet.Tool;

/// <summary>Ends a command with the table of its notebooks.</summary>
/// <param name="width">The width of a line in columns.</param>
/// <param name="palette">The colours.</param>
internal sealed class SummaryFollower(int width, Palette palette) : IRunFollower
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
        foreach (var line in RunSummary.Lines(_outcomes, elapsed, width, palette))
            screen.WriteLine(line);
    }
}
