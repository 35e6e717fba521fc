namespace IpytestNet.Kernel.Transport;

/// <summary>A channel on which clients send messages and are answered, each by itself.</summary>
internal enum KernelChannel
{
    /// <summary>Requests that wait for one another, such as to run a cell.</summary>
    Shell,

    /// <summary>Requests that must not wait behind a running cell, such as to interrupt it.</summary>
    Control,

    /// <summary>Requests of the kernel to the person at the client.</summary>
    Stdin,
}
