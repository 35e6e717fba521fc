namespace IpytestNet.Kernel.Transport;

/// <summary>Where the sockets of a kernel are bound.</summary>
/// <param name="IsIpc">Whether the sockets are Unix domain sockets, named <c>Host-port</c> as Jupyter does, or TCP.</param>
/// <param name="Host">The IP address to bind to, or the beginning of the path of each Unix domain socket.</param>
/// <param name="Shell">The port of the shell channel.</param>
/// <param name="Control">The port of the control channel.</param>
/// <param name="Stdin">The port of the stdin channel.</param>
/// <param name="IoPub">The port on which subscribers are served.</param>
/// <param name="Heartbeat">The port that sends back what it gets.</param>
internal sealed record KernelAddress(bool IsIpc, string Host, int Shell, int Control, int Stdin, int IoPub, int Heartbeat);
