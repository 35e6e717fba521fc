using IpytestNet.Execution;
using IpytestNet.Plugins;

namespace IpytestNet.Tool;

/// <summary>Tells the screen which test runs, and how many there are.</summary>
internal sealed class RunProgress(RunScreen screen) : IPlugin
{
    private int _tests;
    private int _begun;

    /// <inheritdoc/>
    public void Handle(RunMessage message)
    {
        switch (message)
        {
            case RunMessage.Collected collected:
                (_tests, _begun) = (collected.Selected.Count, 0);
                break;
            case RunMessage.TestStarted started:
                screen.ShowProgress($"{started.Test.DisplayName} {Math.Min(++_begun, _tests)}/{_tests}");
                break;
            case RunMessage.Finished:
                screen.ShowProgress(null);
                break;
        }
    }
}
