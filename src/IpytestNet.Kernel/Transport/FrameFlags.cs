namespace IpytestNet.Kernel.Transport;

/// <summary>The first byte of a frame.</summary>
[Flags]
internal enum FrameFlags : byte
{
    /// <summary>The last frame of a message, with a length of one byte.</summary>
    None = 0,

    /// <summary>More frames of the same message follow.</summary>
    More = 1,

    /// <summary>The length has eight bytes instead of one.</summary>
    Long = 2,

    /// <summary>The frame is a command between the peers, and no part of a message.</summary>
    Command = 4,
}
