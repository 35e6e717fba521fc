namespace IpytestNet.Kernel.Transport;

/// <summary>Puts the frames of a peer together to messages.</summary>
/// <param name="frames">The frames.</param>
/// <param name="limit">How many bytes a message may have.</param>
/// <param name="commanded">Told of commands; libzmq sends some between the frames of one message.</param>
internal sealed class MessageReader(FrameReader frames, int limit, Action<Command> commanded)
{
    // An empty frame takes memory too, and there may be endlessly many of them.
    private const int CostOfFrame = 64;

    /// <summary>Reads a message.</summary>
    /// <exception cref="ZmtpException">What came is none, or too long.</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>> Read()
    {
        var message = new List<ReadOnlyMemory<byte>>();
        var left = limit;
        while (true)
        {
            var frame = frames.Read(left);
            if (frame.IsCommand)
            {
                commanded(Command.Parse(frame.Body));
                continue;
            }

            message.Add(frame.Body);
            if (!frame.HasMore)
                return message;
            left = Math.Max(0, left - frame.Body.Length - CostOfFrame);
        }
    }
}
