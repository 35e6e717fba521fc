using IpytestNet.Kernel;
using IpytestNet.Plugins;
using IpytestNet.Tool.Runners;

namespace IpytestNet.Tool;

/// <summary>Tells the process that has a notebook run which cell runs, so that it can say where this one died.</summary>
/// <param name="account">Where it is told.</param>
internal sealed class AccountFollower(AccountWriter<NotebookMessage> account) : IRunFollower
{
    /// <inheritdoc/>
    public IEnumerable<IPlugin> PluginsFor(NotebookTarget.Found target) => [];

    /// <inheritdoc/>
    public void Begin(NotebookTarget.Found target, Notebook notebook)
    {
    }

    /// <inheritdoc/>
    public void BeginCell(string place) => account.Tell(new NotebookMessage.CellBegan(place));

    /// <inheritdoc/>
    public void End(NotebookTarget target, NotebookOutcome outcome)
    {
    }

    /// <inheritdoc/>
    public void Finish(RunScreen screen, TimeSpan elapsed)
    {
    }
}
