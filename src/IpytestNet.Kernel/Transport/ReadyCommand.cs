using System.Buffers.Binary;
using System.Text;

namespace IpytestNet.Kernel.Transport;

/// <summary>The command by which both ends say what they are.</summary>
/// <param name="SocketType">The type of the socket, such as <c>DEALER</c>.</param>
/// <param name="Identity">The name that a client gives itself; empty for none.</param>
internal sealed record ReadyCommand(string SocketType, ReadOnlyMemory<byte> Identity)
{
    private const string Name = "READY";

    /// <summary>Writes ours.</summary>
    /// <param name="socketType">The type of our socket.</param>
    public static byte[] Of(string socketType) => FrameWriter.Command(Name, Property("Socket-Type", Encoding.ASCII.GetBytes(socketType)));

    /// <summary>Reads that of the other end.</summary>
    /// <exception cref="ZmtpException">It is another command, or cut off.</exception>
    public static ReadyCommand Read(FrameReader reader)
    {
        const int enough = 64 * 1024;
        var frame = reader.ReadFrame(enough);
        if (!frame.IsCommand || CommandName.Of(frame.Body) is not { Name: Name, Data: var data })
            throw new ZmtpException("Expected the command READY.");
        var (type, identity) = ("", ReadOnlyMemory<byte>.Empty);
        while (data.Length > 0)
        {
            (var name, var value, data) = NextProperty(data);
            if (name.Equals("Socket-Type", StringComparison.OrdinalIgnoreCase))
                type = Encoding.ASCII.GetString(value.Span);
            else if (name.Equals("Identity", StringComparison.OrdinalIgnoreCase))
                identity = value;
        }

        return new ReadyCommand(type, identity);
    }

    private static byte[] Property(string name, ReadOnlySpan<byte> value)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. value];
    }

    private static (string Name, ReadOnlyMemory<byte> Value, ReadOnlyMemory<byte> Remaining) NextProperty(ReadOnlyMemory<byte> data)
    {
        var nameEnd = 1 + data.Span[0];
        if (data.Length < nameEnd + 4)
            throw new ZmtpException("Expected a property in READY, but it is cut off.");
        var name = Encoding.ASCII.GetString(data.Span[1..nameEnd]);
        var length = BinaryPrimitives.ReadUInt32BigEndian(data.Span[nameEnd..]);
        var rest = data[(nameEnd + 4)..];
        return length <= rest.Length
            ? (name, rest[..(int)length], rest[(int)length..])
            : throw new ZmtpException($"Expected {length} bytes as the property {name}, but READY is cut off.");
    }
}
