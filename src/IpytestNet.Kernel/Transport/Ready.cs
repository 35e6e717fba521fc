using System.Buffers.Binary;
using System.Text;

namespace IpytestNet.Kernel.Transport;

/// <summary>The READY command: what each side of a connection tells of itself before messages may come.</summary>
/// <param name="SocketType">The kind of its socket, such as <c>DEALER</c>.</param>
/// <param name="Identity">The name by which it wants to be known; empty if it has none.</param>
internal sealed record Ready(string SocketType, ReadOnlyMemory<byte> Identity)
{
    private const string CommandName = "READY";
    private const string SocketTypeProperty = "Socket-Type";
    private const string IdentityProperty = "Identity";
    private const int LongestIdentity = 255;

    /// <summary>Reads it from a command.</summary>
    /// <exception cref="ZmtpException">The command is another one, or has no such content.</exception>
    public static Ready Parse(Command command)
    {
        if (command.Name != CommandName)
            throw new ZmtpException($"{command.Name} came where READY was expected.");
        var ready = new Ready("", default);
        var properties = new ByteParser(command.Data);
        while (!properties.Rest.IsEmpty)
        {
            var name = Encoding.Latin1.GetString(properties.Take(properties.TakeByte()).Span);
            ready = ready.With(name, properties.Take(properties.TakeUInt32()));
        }

        return ready;
    }

    /// <summary>The command that says it.</summary>
    public Command ToCommand() =>
        new(CommandName, (byte[])[.. Property(SocketTypeProperty, Encoding.Latin1.GetBytes(SocketType)), .. Property(IdentityProperty, Identity.Span)]);

    private Ready With(string property, ReadOnlyMemory<byte> value)
    {
        if (property.Equals(SocketTypeProperty, StringComparison.OrdinalIgnoreCase))
            return this with { SocketType = Encoding.Latin1.GetString(value.Span) };
        if (!property.Equals(IdentityProperty, StringComparison.OrdinalIgnoreCase))
            return this;
        return value.Length <= LongestIdentity
            ? this with { Identity = value }
            : throw new ZmtpException($"An identity of {value.Length} bytes came; it has at most {LongestIdentity}.");
    }

    private static byte[] Property(string name, ReadOnlySpan<byte> value)
    {
        var length = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)value.Length);
        return [(byte)name.Length, .. Encoding.Latin1.GetBytes(name), .. length, .. value];
    }
}
