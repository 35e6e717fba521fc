using IpytestNet.Execution;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Plugins;

namespace IpytestNet.Tool.Watch;

/// <summary>Counts the tests of a notebook, and sees which documentation its runs read.</summary>
/// <param name="dependsOn">Told of the documentation.</param>
internal sealed class RunWitness(Action<Dependency> dependsOn) : IPlugin
{
    /// <summary>How many tests passed.</summary>
    public int Passed { get; private set; }

    /// <summary>How many failed.</summary>
    public int Failed { get; private set; }

    /// <inheritdoc/>
    public void Configure(PluginContext context)
    {
        foreach (var pattern in context.Options.DoctestGlobs)
            dependsOn(FilePattern.Read(pattern, context.RootDirectory));
    }

    /// <inheritdoc/>
    public void Handle(RunMessage message)
    {
        switch (message)
        {
            case RunMessage.TestFinished { Outcome: TestOutcome.Passed }:
                Passed++;
                break;
            case RunMessage.TestFinished { Outcome: TestOutcome.Failed or TestOutcome.Errored }:
                Failed++;
                break;
        }
    }
}
