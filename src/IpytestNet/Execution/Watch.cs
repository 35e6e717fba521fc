using System.Diagnostics;
using IpytestNet.Stopping;

namespace IpytestNet.Execution;

/// <summary>Calls back when a time has passed that was not set anew. Setting it is cheap, as every test does it.</summary>
/// <param name="elapsed">What is called, on another thread, with the number of the setting that has run out.</param>
internal sealed class Watch(Action<long> elapsed) : IDisposable
{
    private static readonly TimeSpan Once = Timeout.InfiniteTimeSpan;

    private readonly BriefLock _gate = new();
    private Timer? _timer;
    private long? _deadline;
    private long _wakes = long.MaxValue;
    private bool _ended;

    /// <summary>The number of the last setting.</summary>
    public long Setting { get; private set; }

    /// <summary>Sets the time from now on; null for none.</summary>
    public void Set(TimeSpan? limit)
    {
        Setting++;
        if (limit is null && _deadline is null)
            return;
        using (_gate.Enter())
        {
            _deadline = limit is { } time ? Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency) : null;
            // A timer that wakes too early sees that the deadline has moved.
            if (_deadline < _wakes)
                WakeAt(_deadline.Value);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using (_gate.Enter())
        {
            _ended = true;
            _timer?.Dispose();
        }
    }

    private void WakeAt(long time)
    {
        if (_ended)
            return;
        _wakes = time;
        var due = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), time);
        due = due < TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(due.TotalMilliseconds), int.MaxValue));
        if (_timer is null)
            _timer = DetachedTimer.Start(Tick, due, Once);
        else
            _timer.Change(due, Once);
    }

    private void Tick()
    {
        long setting;
        using (_gate.Enter())
        {
            _wakes = long.MaxValue;
            if (_ended || _deadline is not { } deadline)
                return;
            if (Stopwatch.GetTimestamp() < deadline)
            {
                WakeAt(deadline);
                return;
            }

            _deadline = null;
            setting = Setting;
        }

        elapsed(setting);
    }
}
