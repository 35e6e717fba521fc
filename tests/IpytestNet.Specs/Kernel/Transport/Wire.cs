using System.Buffers.Binary;
using System.Text;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>What a client puts on the wire, byte by byte, written without any code of the product.</summary>
internal static class Wire
{
    public const byte Last = 0;
    public const byte More = 1;
    public const byte Long = 2;
    public const byte Command = 4;

    /// <summary>The greeting of libzmq 4.3.4, which tells within the signature how long its identity is.</summary>
    public static byte[] Greeting(byte major = 3, byte minor = 1, string mechanism = "NULL", byte identityLength = 15) =>
        [0xFF, 0, 0, 0, 0, 0, 0, 0, (byte)(identityLength + 1), 0x7F, major, minor, .. Text(mechanism.PadRight(20, '\0')), 0, .. new byte[31]];

    /// <summary>A frame as libzmq writes it: with a long length only if it needs one.</summary>
    public static byte[] Frame(byte flags, params byte[] body) =>
        body.Length > 255 ? LongFrame(flags, body) : [flags, (byte)body.Length, .. body];

    /// <summary>A frame with a length of eight bytes.</summary>
    public static byte[] LongFrame(byte flags, params byte[] body) => [.. LongHeader(flags, (ulong)body.Length), .. body];

    /// <summary>The beginning of a frame that announces any length.</summary>
    public static byte[] LongHeader(byte flags, ulong length)
    {
        var bytes = new byte[9];
        bytes[0] = (byte)(flags | Long);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(1), length);
        return bytes;
    }

    /// <summary>A message of these frames.</summary>
    public static byte[] Message(params string[] frames) =>
        [.. frames.SelectMany((frame, index) => Frame(index < frames.Length - 1 ? More : Last, Text(frame)))];

    /// <summary>A command.</summary>
    public static byte[] CommandOf(string name, params byte[] data) => Frame(Command, [(byte)name.Length, .. Text(name), .. data]);

    /// <summary>The READY command of a socket, with an identity or none.</summary>
    public static byte[] Ready(string socketType, string? identity = null) =>
        CommandOf("READY", [.. Property("Socket-Type", socketType), .. identity is null ? [] : Property("Identity", identity)]);

    /// <summary>A property of READY.</summary>
    public static byte[] Property(string name, string value) => [(byte)name.Length, .. Text(name), 0, 0, 0, (byte)value.Length, .. Text(value)];

    /// <summary>The bytes of a text, one for each character.</summary>
    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
