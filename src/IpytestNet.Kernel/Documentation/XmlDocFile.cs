using System.Text;

namespace IpytestNet.Kernel.Documentation;

/// <summary>An XML documentation file beside an assembly. What it holds is found by a scan for its members, the first time it is asked.</summary>
/// <param name="path">The path of the file.</param>
internal sealed class XmlDocFile(string path)
{
    private readonly Lazy<Dictionary<string, (int Start, int Length)>> _members = new(() => Scan(path));

    private static ReadOnlySpan<byte> Opening => "<member name=\""u8;

    private static ReadOnlySpan<byte> Closing => "</member>"u8;

    /// <summary>The name of the file without its extension.</summary>
    public string Name { get; } = Path.GetFileNameWithoutExtension(path);

    /// <summary>Gives the XML of a member, or null if the file does not have it.</summary>
    /// <param name="id">Its documentation id, as <c>M:System.String.Trim</c>.</param>
    public string? Find(string id)
    {
        if (!_members.Value.TryGetValue(id, out var place))
            return null;
        var bytes = new byte[place.Length];
        using var file = File.OpenRead(path);
        file.Position = place.Start;
        file.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static Dictionary<string, (int Start, int Length)> Scan(string path)
    {
        var members = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        ReadOnlySpan<byte> text = File.ReadAllBytes(path);
        for (var at = Next(text, 0, Opening); at >= 0; at = Next(text, at, Opening))
        {
            var start = at;
            at += Opening.Length;
            var name = text[at..(at = Math.Max(at, Next(text, at, "\""u8)))];
            var end = Next(text, at, Closing);
            if (end < 0)
                break;
            // One without content has no end of its own.
            if (!text[(at + 1)..].TrimStart((byte)' ').StartsWith("/"u8))
                members.TryAdd(Encoding.UTF8.GetString(name), (start, end + Closing.Length - start));
        }

        return members;
    }

    private static int Next(ReadOnlySpan<byte> text, int from, ReadOnlySpan<byte> sought) =>
        text[from..].IndexOf(sought) is >= 0 and var found ? from + found : -1;
}
