namespace IpytestNet.Kernel.Transport;

/// <summary>A message or a command on its way to a peer; several peers may share it.</summary>
/// <param name="Frames">Its frames.</param>
/// <param name="IsCommand">Whether it is a command, of one frame.</param>
internal sealed record OutgoingMessage(IReadOnlyList<ReadOnlyMemory<byte>> Frames, bool IsCommand = false)
{
    /// <summary>How many bytes it has on the wire.</summary>
    public long Size { get; } = Frames.Sum(frame => (long)FrameHeader.LengthFor(frame.Length) + frame.Length);

    /// <summary>The command as it is sent.</summary>
    public static OutgoingMessage Of(Command command) => new([command.ToBody()], IsCommand: true);
}
