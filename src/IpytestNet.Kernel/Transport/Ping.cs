namespace IpytestNet.Kernel.Transport;

/// <summary>The PING command, by which a peer asks whether we are there; unanswered, it closes the connection.</summary>
internal static class Ping
{
    /// <summary>The name of the command.</summary>
    public const string CommandName = "PING";

    private const int TimeToLiveLength = sizeof(ushort);

    /// <summary>The PONG that answers a PING: its context, without its time to live.</summary>
    /// <exception cref="ZmtpException">The PING is too short.</exception>
    public static Command Answer(Command ping)
    {
        var bytes = new ByteParser(ping.Data);
        bytes.Take(TimeToLiveLength);
        return new Command("PONG", bytes.Rest);
    }
}
