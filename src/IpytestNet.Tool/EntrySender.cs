using IpytestNet.Execution;
using IpytestNet.Plugins;
using IpytestNet.Reports;

namespace IpytestNet.Tool;

/// <summary>Takes down what reports need of the runs in a notebook, for reports that are made elsewhere.</summary>
/// <param name="time">The clock.</param>
/// <param name="send">Takes each thing.</param>
internal sealed class EntrySender(TimeProvider time, Action<RunEntry> send) : IPlugin
{
    private readonly RunRecorder _recorder = new(time, color: true);

    /// <inheritdoc/>
    public void Configure(PluginContext context) => _recorder.Expect(context);

    /// <inheritdoc/>
    public void Handle(RunMessage message)
    {
        if (_recorder.TakeDown(message) is { } entry)
            send(entry);
    }
}
