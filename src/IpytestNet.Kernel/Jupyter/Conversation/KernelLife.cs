namespace IpytestNet.Kernel.Jupyter.Conversation;

/// <summary>Until when the kernel runs.</summary>
internal sealed class KernelLife : IDisposable
{
    private readonly ManualResetEventSlim _ended = new();

    /// <summary>Whether the kernel is to end once the request that asks for it has been answered.</summary>
    public bool EndsSoon { get; private set; }

    /// <summary>Makes the kernel end once the request at hand has been answered.</summary>
    public void EndSoon() => EndsSoon = true;

    /// <summary>Ends the kernel now.</summary>
    public void End() => _ended.Set();

    /// <summary>Waits for the end.</summary>
    public void Wait() => _ended.Wait();

    /// <inheritdoc/>
    public void Dispose() => _ended.Dispose();
}
