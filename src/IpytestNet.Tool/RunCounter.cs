using IpytestNet.Execution;
using IpytestNet.Plugins;

namespace IpytestNet.Tool;

/// <summary>Counts the test runs in a notebook that reports hear of.</summary>
internal sealed class RunCounter : IPlugin
{
    private int _count;

    /// <inheritdoc/>
    public void Handle(RunMessage message)
    {
        if (message is RunMessage.Started)
            _count++;
    }

    /// <summary>Gives how many there were since this was asked for the last time.</summary>
    public int Take() => Interlocked.Exchange(ref _count, 0);
}
