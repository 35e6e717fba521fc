using System.Buffers.Binary;
using System.IO.Compression;

namespace IpytestNet.Specs.Reports.Html;

/// <summary>The pixels of a PNG file as a browser writes it: 8 bits a channel, not interlaced.</summary>
internal sealed class Picture
{
    private readonly byte[] _pixels;
    private readonly int _width;
    private readonly int _channels;

    private Picture(byte[] pixels, int width, int channels)
    {
        _pixels = pixels;
        _width = width;
        _channels = channels;
    }

    /// <summary>The colour at a place, as <c>#rrggbb</c>.</summary>
    public string ColorAt(int x, int y)
    {
        var start = ((y * _width) + x) * _channels;
        return $"#{Convert.ToHexStringLower(_pixels, start, 3)}";
    }

    /// <summary>All colours that cover more than a few pixels.</summary>
    public IReadOnlySet<string> Colors() => Enumerable.Range(0, _pixels.Length / _channels)
        .Select(index => ColorAt(index % _width, index / _width))
        .GroupBy(color => color, StringComparer.Ordinal)
        .Where(color => color.Count() > 20)
        .Select(color => color.Key)
        .ToHashSet(StringComparer.Ordinal);

    public static Picture Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var data = new MemoryStream();
        var (width, height, channels) = (0, 0, 0);
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var type = System.Text.Encoding.ASCII.GetString(file, at + 4, 4);
            if (type is "IHDR")
                (width, height, channels) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 8)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 12)), file[at + 17] is 6 ? 4 : 3);
            else if (type is "IDAT")
                data.Write(file, at + 8, length);
            at += length + 12;
        }

        data.Position = 0;
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        return new Picture(Unfilter(inflated, width * channels, height, channels), width, channels);
    }

    private static byte[] Unfilter(Stream lines, int lineLength, int height, int channels)
    {
        var pixels = new byte[lineLength * height];
        for (var y = 0; y < height; y++)
        {
            var filter = lines.ReadByte();
            var line = pixels.AsSpan(y * lineLength, lineLength);
            lines.ReadExactly(line);
            for (var x = 0; x < lineLength; x++)
            {
                var left = x >= channels ? line[x - channels] : 0;
                var up = y > 0 ? pixels[((y - 1) * lineLength) + x] : 0;
                var upLeft = y > 0 && x >= channels ? pixels[((y - 1) * lineLength) + x - channels] : 0;
                line[x] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, upLeft), _ => 0 });
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        var (toLeft, toUp, toUpLeft) = (Math.Abs(up - upLeft), Math.Abs(left - upLeft), Math.Abs(left + up - (2 * upLeft)));
        return toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
    }
}
