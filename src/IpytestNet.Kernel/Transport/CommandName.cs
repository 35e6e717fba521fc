using System.Text;

namespace IpytestNet.Kernel.Transport;

/// <summary>A command taken apart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Data">What stands behind the name.</param>
internal sealed record CommandName(string Name, ReadOnlyMemory<byte> Data)
{
    /// <summary>Takes the body of a command apart; null if it is none.</summary>
    public static CommandName? Of(ReadOnlyMemory<byte> body)
    {
        if (body.Length == 0 || body.Length < 1 + body.Span[0])
            return null;
        var end = 1 + body.Span[0];
        return new CommandName(Encoding.ASCII.GetString(body.Span[1..end]), body[end..]);
    }
}
