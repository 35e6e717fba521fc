namespace IpytestNet.Kernel.Transport;

/// <summary>A socket of the kernel cannot be bound where it should be.</summary>
/// <param name="channel">The channel that it would serve.</param>
/// <param name="endpoint">Where it should be bound.</param>
/// <param name="problem">Why it cannot, and what to do.</param>
/// <param name="inner">What the operating system says.</param>
internal sealed class KernelAddressException(string channel, string endpoint, string problem, Exception? inner = null)
    : Exception($"The kernel cannot listen on {endpoint} for {channel}: {problem}", inner);
