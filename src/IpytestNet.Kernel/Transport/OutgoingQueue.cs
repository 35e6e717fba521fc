using System.Diagnostics.CodeAnalysis;

namespace IpytestNet.Kernel.Transport;

/// <summary>The messages that wait for a peer, counted in bytes until the operating system has taken them.</summary>
/// <param name="capacity">How many bytes may wait when a message is added.</param>
internal sealed class OutgoingQueue(long capacity)
{
    private readonly object _gate = new();
    private readonly Queue<OutgoingMessage> _messages = [];
    private long _added;
    private long _sent;
    private bool _closed;

    /// <summary>Adds a message of any size, unless the queue is closed or more than its capacity is waiting already.</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(OutgoingMessage message)
    {
        using (UninterruptedLock.Enter(_gate))
        {
            if (_closed || _added - _sent > capacity)
                return false;
            _messages.Enqueue(message);
            _added += message.Size;
            if (_messages.Count == 1)
                Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>Waits until there is a message.</summary>
    /// <returns>Whether there is one; otherwise the queue is closed.</returns>
    public bool WaitForMessage()
    {
        lock (_gate)
        {
            while (!_closed && _messages.Count == 0)
                Monitor.Wait(_gate);
            return !_closed;
        }
    }

    /// <summary>Takes the next message if there is one; its bytes count until they are sent.</summary>
    public bool TryTake([NotNullWhen(true)] out OutgoingMessage? message)
    {
        lock (_gate)
            return _messages.TryDequeue(out message);
    }

    /// <summary>Counts bytes as sent.</summary>
    public void Sent(int count)
    {
        lock (_gate)
        {
            _sent += count;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits until all that has been added before is sent, or the queue is closed.</summary>
    /// <returns>Whether nothing is left to wait for; otherwise the deadline has passed.</returns>
    public bool WaitUntilSent(Deadline deadline)
    {
        lock (_gate)
        {
            var all = _added;
            while (!_closed && _sent < all)
            {
                if (!Monitor.Wait(_gate, deadline.Remaining) && deadline.Remaining == TimeSpan.Zero)
                    return _closed || _sent >= all;
            }

            return true;
        }
    }

    /// <summary>Forgets what waits, and takes no more.</summary>
    public void Close()
    {
        using (UninterruptedLock.Enter(_gate))
        {
            _closed = true;
            _messages.Clear();
            Monitor.PulseAll(_gate);
        }
    }
}
