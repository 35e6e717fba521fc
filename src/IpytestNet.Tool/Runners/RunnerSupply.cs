namespace IpytestNet.Tool.Runners;

/// <summary>Keeps a runner that is warm when it is needed.</summary>
/// <param name="verb">The verb by which the command does the jobs.</param>
internal sealed class RunnerSupply(string verb) : IDisposable
{
    private Runner? _spare;

    /// <summary>Starts a runner for the next time.</summary>
    /// <param name="projects">The full paths of projects that notebooks refer to.</param>
    public void Prepare(params IEnumerable<string> projects) => _spare ??= Runner.Start(verb, projects);

    /// <summary>Gives a runner; whoever takes it ends it.</summary>
    public Runner Take()
    {
        var runner = _spare;
        _spare = null;
        if (runner is { IsReady: true })
            return runner;
        runner?.Dispose();
        return Runner.Start(verb, []);
    }

    public void Dispose() => _spare?.Dispose();
}
