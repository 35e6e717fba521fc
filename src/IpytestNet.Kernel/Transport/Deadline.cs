using System.Diagnostics;

namespace IpytestNet.Kernel.Transport;

/// <summary>A point in time until which something may be waited for, whatever happens to the clock on the wall.</summary>
/// <param name="Timestamp">The reading of the stopwatch at that time.</param>
internal readonly record struct Deadline(long Timestamp)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How much time is left; zero if none is.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), Timestamp);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>The point in time that lies a span from now, or a day if the span is longer.</summary>
    public static Deadline After(TimeSpan span)
    {
        var seconds = (span < Longest ? span : Longest).TotalSeconds;
        return new Deadline(Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency));
    }
}
