using IpytestNet.Kernel;
using IpytestNet.Plugins;
using IpytestNet.Tool.Runners;

namespace IpytestNet.Tool.Watch;

/// <summary>Tells the watching process how notebooks fare, as lines of a file, each as soon as it is known.</summary>
internal sealed class RunAccount : IRunFollower, IDisposable
{
    private readonly AccountWriter<RunnerMessage> _file;
    private readonly Dictionary<string, RunWitness> _witnesses = new(StringComparer.Ordinal);

    /// <param name="path">The file, which the watching process has made.</param>
    public RunAccount(string path) => _file = new AccountWriter<RunnerMessage>(path);

    /// <inheritdoc/>
    public IEnumerable<IPlugin> PluginsFor(NotebookTarget.Found target) =>
        [_witnesses[target.FullPath] = new RunWitness(dependency => Tell(new RunnerMessage.DependsOn(target.FullPath, dependency)))];

    /// <inheritdoc/>
    public void Begin(NotebookTarget.Found target, Notebook notebook) =>
        notebook.Dependencies.Follow(dependency => Tell(new RunnerMessage.DependsOn(target.FullPath, dependency)));

    /// <inheritdoc/>
    public void End(NotebookTarget target, NotebookOutcome outcome)
    {
        var path = ((NotebookTarget.Found)target).FullPath;
        var result = _witnesses.TryGetValue(path, out var witness) ? new NotebookResult(outcome, witness.Passed, witness.Failed) : new NotebookResult(outcome);
        Tell(new RunnerMessage.Ended(path, result));
    }

    /// <inheritdoc/>
    public void Finish(RunScreen screen, TimeSpan elapsed)
    {
    }

    public void Dispose() => _file.Dispose();

    private void Tell(RunnerMessage message) => _file.Tell(message);
}
