namespace IpytestNet.Jupyter.Tests.Clients;

/// <summary>A kernel for all specs of a class, which do not get into each other's way.</summary>
/// <param name="installed">The installed kernel.</param>
public sealed class SharedKernel(InstalledKernel installed) : IDisposable
{
    private readonly Lazy<LiveKernel> _live = new(() => new LiveKernel(installed));

    internal LiveKernel Live => _live.Value;

    public void Dispose()
    {
        if (_live.IsValueCreated)
            _live.Value.Dispose();
    }
}
