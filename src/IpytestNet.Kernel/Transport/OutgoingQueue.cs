using IpytestNet.Stopping;

namespace IpytestNet.Kernel.Transport;

/// <summary>
/// The bytes that wait to be sent to one peer. Whoever adds some never waits, and cannot be interrupted half-way: it may be the
/// thread of a cell.
/// </summary>
/// <param name="limit">How many bytes may wait.</param>
internal sealed class OutgoingQueue(long limit) : IDisposable
{
    private readonly BriefLock _lock = new();
    private readonly AutoResetEvent _changed = new(initialState: false);
    private List<byte[]> _waiting = [];
    private long _bytes;
    private bool _isWriting;
    private bool _isClosed;

    /// <summary>Whether all that was added has been written.</summary>
    public bool IsIdle
    {
        get
        {
            using (_lock.Enter())
                return _isClosed || (_waiting.Count == 0 && !_isWriting);
        }
    }

    /// <summary>Adds bytes; false if too many wait already.</summary>
    public bool TryAdd(byte[] bytes)
    {
        using (_lock.Enter())
        {
            if (_isClosed)
                return true;
            if (_bytes + bytes.Length > limit)
                return false;
            _bytes += bytes.Length;
            _waiting.Add(bytes);
        }

        _changed.Set();
        return true;
    }

    /// <summary>Takes all that waits, once there is something; null when the queue is closed. What was taken before counts as written.</summary>
    public IReadOnlyList<byte[]>? TakeAll()
    {
        while (true)
        {
            using (_lock.Enter())
            {
                _isWriting = _waiting.Count > 0;
                if (_isClosed)
                    return null;
                if (_isWriting)
                {
                    var taken = _waiting;
                    (_waiting, _bytes) = ([], 0);
                    return taken;
                }
            }

            _changed.WaitOne();
        }
    }

    /// <summary>Ends the queue; what waits is dropped.</summary>
    public void Close()
    {
        using (_lock.Enter())
        {
            _isClosed = true;
            _waiting.Clear();
        }

        _changed.Set();
    }

    /// <inheritdoc/>
    public void Dispose() => Close();
}
