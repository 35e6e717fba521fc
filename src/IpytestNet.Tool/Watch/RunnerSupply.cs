namespace IpytestNet.Tool.Watch;

/// <summary>Keeps a runner that is warm when it is needed.</summary>
internal sealed class RunnerSupply : IDisposable
{
    private Runner? _spare;

    /// <summary>Starts a runner for the next time.</summary>
    /// <param name="projects">The full paths of projects that notebooks refer to.</param>
    public void Prepare(IEnumerable<string> projects) => _spare ??= Runner.Start(projects);

    /// <summary>Gives a runner; whoever takes it ends it.</summary>
    public Runner Take()
    {
        var runner = _spare;
        _spare = null;
        if (runner is { IsReady: true })
            return runner;
        runner?.Dispose();
        return Runner.Start();
    }

    public void Dispose() => _spare?.Dispose();
}
