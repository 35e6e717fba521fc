using System.Net.Sockets;

namespace IpytestNet.Kernel.Transport;

/// <summary>The bytes that a peer sends, in the counts that we ask for, however they arrive.</summary>
internal sealed class PeerInput(Socket connection)
{
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _start;
    private int _end;

    private Deadline? _deadline;

    /// <summary>Sets until when all that is asked for must have arrived; <see langword="null"/> if it may take its time.</summary>
    public void Limit(Deadline? deadline)
    {
        _deadline = deadline;
        connection.ReceiveTimeout = 0;
    }

    /// <summary>Fills a span.</summary>
    /// <exception cref="EndOfStreamException">The peer has closed the connection.</exception>
    /// <exception cref="TimeoutException">The deadline has passed.</exception>
    public void Fill(Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            var count = _start < _end ? TakeBuffered(target) : Receive(target);
            target = target[count..];
        }
    }

    /// <summary>Reads one byte.</summary>
    /// <exception cref="EndOfStreamException">The peer has closed the connection.</exception>
    /// <exception cref="TimeoutException">The deadline has passed.</exception>
    public byte ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        Fill(one);
        return one[0];
    }

    private int TakeBuffered(Span<byte> target)
    {
        var count = Math.Min(target.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(target);
        _start += count;
        return count;
    }

    private int Receive(Span<byte> target)
    {
        if (target.Length >= _buffer.Length)
            return ReceiveSome(target);
        _start = 0;
        _end = 0;
        _end = ReceiveSome(_buffer);
        return TakeBuffered(target);
    }

    private int ReceiveSome(Span<byte> target)
    {
        if (_deadline is { } deadline)
            connection.ReceiveTimeout = MillisecondsTo(deadline);
        var count = connection.Receive(target);
        return count > 0 ? count : throw new EndOfStreamException();
    }

    private static int MillisecondsTo(Deadline deadline) =>
        deadline.Remaining > TimeSpan.Zero
            ? (int)deadline.Remaining.TotalMilliseconds + 1
            : throw new TimeoutException();
}
