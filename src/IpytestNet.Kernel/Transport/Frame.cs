namespace IpytestNet.Kernel.Transport;

/// <summary>A frame that came from a peer.</summary>
/// <param name="Flags">What the frame is.</param>
/// <param name="Body">Its bytes.</param>
internal readonly record struct Frame(FrameFlags Flags, byte[] Body)
{
    /// <summary>Whether it is a command.</summary>
    public bool IsCommand => Flags.HasFlag(FrameFlags.Command);

    /// <summary>Whether more frames of its message follow.</summary>
    public bool HasMore => Flags.HasFlag(FrameFlags.More);
}
