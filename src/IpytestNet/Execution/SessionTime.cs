using System.Diagnostics;
using System.Globalization;

namespace IpytestNet.Execution;

/// <summary>The time that a whole run has (<c>--session-timeout</c>).</summary>
internal sealed class SessionTime : IDisposable
{
    private readonly TimeSpan? _limit;
    private readonly CancellationToken _interruption;
    private readonly CancellationTokenSource _either;

    /// <param name="limit">The time, or null for as long as it takes.</param>
    /// <param name="start">The timestamp of the run's beginning.</param>
    /// <param name="interruption">Signalled when the run is interrupted otherwise.</param>
    public SessionTime(TimeSpan? limit, long start, CancellationToken interruption)
    {
        _limit = limit;
        _interruption = interruption;
        _either = CancellationTokenSource.CreateLinkedTokenSource(interruption);
        if (limit is { } time)
            _either.CancelAfter(TimeSpan.FromTicks(Math.Max(0, (time - Stopwatch.GetElapsedTime(start)).Ticks)));
    }

    /// <summary>Signalled when the time is over, or the run is interrupted otherwise.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>What is said of a run that took too long, in pytest-timeout's words, or null.</summary>
    public string? Exceeded => Token.IsCancellationRequested && !_interruption.IsCancellationRequested
        ? $"session-timeout: {_limit!.Value.TotalSeconds.ToString("0.0##", CultureInfo.InvariantCulture)} sec exceeded"
        : null;

    /// <inheritdoc/>
    public void Dispose() => _either.Dispose();
}
