using IpytestNet.Kernel;
using IpytestNet.Plugins;

namespace IpytestNet.Tool;

/// <summary>Follows nothing.</summary>
internal sealed class NoFollower : IRunFollower
{
    /// <summary>The only one.</summary>
    public static readonly NoFollower Instance = new();

    /// <inheritdoc/>
    public IEnumerable<IPlugin> PluginsFor(NotebookTarget.Found target) => [];

    /// <inheritdoc/>
    public void Begin(NotebookTarget.Found target, Notebook notebook)
    {
    }

    /// <inheritdoc/>
    public void End(NotebookTarget target, NotebookOutcome outcome)
    {
    }

    /// <inheritdoc/>
    public void Finish(RunScreen screen, TimeSpan elapsed)
    {
    }
}
