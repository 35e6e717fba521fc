using System.Text;

namespace IpytestNet.Kernel.Transport;

/// <summary>A command of ZMTP: what peers say to each other besides messages.</summary>
/// <param name="Name">Its name, such as <c>READY</c>.</param>
/// <param name="Data">What follows the name.</param>
internal sealed record Command(string Name, ReadOnlyMemory<byte> Data)
{
    /// <summary>Reads the body of a command frame.</summary>
    /// <exception cref="ZmtpException">It is no command.</exception>
    public static Command Parse(ReadOnlyMemory<byte> body)
    {
        var bytes = new ByteParser(body);
        var name = bytes.Take(bytes.TakeByte());
        return new Command(Encoding.Latin1.GetString(name.Span), bytes.Rest);
    }

    /// <summary>The body of the frame that carries the command.</summary>
    public byte[] ToBody() => [(byte)Name.Length, .. Encoding.Latin1.GetBytes(Name), .. Data.Span];
}
