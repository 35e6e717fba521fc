using System.Net.Sockets;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>Connects again and again to one port, and sends what is more or less ZMTP.</summary>
internal sealed class Stranger(int port, Random random)
{
    private static readonly string[] SocketTypes = ["DEALER", "REQ", "ROUTER", "SUB", "XSUB"];

    private Thread? _thread;

    /// <summary>How often it has connected.</summary>
    public int Connections { get; private set; }

    /// <summary>Begins.</summary>
    public void Start(CancellationToken end)
    {
        _thread = new Thread(() => VisitUntil(end)) { IsBackground = true, Name = $"stranger at {port}" };
        _thread.Start();
    }

    /// <summary>Waits for its end.</summary>
    public void Join() => _thread!.Join();

    private void VisitUntil(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
            Visit();
    }

    private void Visit()
    {
        try
        {
            using var client = ZmtpClient.Silent(port);
            Connections++;
            var bytes = Damage(Conversation());
            for (var start = 0; start < bytes.Length;)
            {
                var count = Math.Min(bytes.Length - start, random.Next(1, 2000));
                client.Write(bytes[start..(start + count)]);
                start += count;
            }

            if (random.Next(3) == 0)
                client.EndWriting();
            else
                client.Reset();
        }
        catch (SocketException)
        {
            // It was closed in the middle of a word, as it should be.
        }
    }

    private byte[] Conversation() => random.Next(4) switch
    {
        0 => Bytes(random.Next(200)),
        1 => [.. Wire.Greeting(), .. Bytes(random.Next(200))],
        _ => [.. Wire.Greeting(), .. Wire.Ready(SocketTypes[random.Next(SocketTypes.Length)], $"{random.Next(3)}"), .. Frames()],
    };

    private IEnumerable<byte> Frames() => Enumerable.Range(0, random.Next(20)).SelectMany(_ => Frame());

    private byte[] Frame()
    {
        var body = Bytes(random.Next(8) == 0 ? random.Next(5000) : random.Next(10));
        return random.Next(10) switch
        {
            0 => Wire.LongHeader((byte)random.Next(8), (ulong)random.NextInt64()),
            1 => Wire.LongHeader(Wire.Last, (ulong)random.Next()),
            2 => Wire.CommandOf(random.Next(2) == 0 ? "PING" : "SUBSCRIBE", body),
            3 => Wire.Frame(Wire.Last, [(byte)random.Next(2), .. body]),
            4 => Wire.LongFrame((byte)random.Next(2), body),
            5 => Wire.Frame((byte)random.Next(16), body),
            _ => Wire.Frame((byte)random.Next(2), body),
        };
    }

    /// <summary>Mostly changes a byte or cuts off the end.</summary>
    private byte[] Damage(byte[] bytes)
    {
        if (bytes.Length == 0)
            return bytes;
        if (random.Next(2) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
