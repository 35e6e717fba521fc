using System.Globalization;

namespace IpytestNet.Execution;

/// <summary>What becomes of a test that was told to stop.</summary>
internal static class StopOutcome
{
    private static readonly string[] OfStops = [typeof(ThreadInterruptedException).FullName!, typeof(CellInterruptedException).FullName!];

    /// <summary>The failure of a test that took too long.</summary>
    /// <param name="limit">The time that it had.</param>
    /// <param name="call">The call that was stopped.</param>
    /// <param name="outcome">How the test ended when it was stopped, or null if it did not end.</param>
    public static Failure Timeout(TimeSpan limit, StoppableCall call, TestOutcome? outcome)
    {
        var message = $"Timeout >{limit.TotalSeconds.ToString("0.0##", CultureInfo.InvariantCulture)}s";
        var exceptions = outcome switch
        {
            TestOutcome.Failed failed => failed.Failure.Exceptions,
            TestOutcome.Errored errored => errored.Failure.Exceptions,
            _ => call.Thrown is { } thrown ? FailureReader.Read(thrown).Exceptions : [],
        };
        var frames = (exceptions.FirstOrDefault(exception => IsOfStop(exception) && exception.Frames.Count > 0) ?? exceptions.LastOrDefault(exception => exception.Frames.Count > 0))?.Frames ?? call.AwaitedAt;
        var trace = string.Concat(frames.Reverse().Select(frame => $"\n   at {frame.Method} in {frame.File}:line {frame.Line}"));
        return new Failure([new FailedException(typeof(TimeoutException).FullName!, message, frames, message + trace) { IsAssertion = true }]);
    }

    /// <summary>What went wrong in a cleanup: where it took too long, that stands in place of the exception by which it was stopped.</summary>
    /// <param name="limit">How long it may take.</param>
    /// <param name="call">The cleanup.</param>
    /// <param name="failures">What it threw.</param>
    public static IEnumerable<Failure> OfCleanup(TimeSpan limit, StoppableCall call, IReadOnlyList<Failure> failures)
    {
        if (!call.IsStopped)
            return failures;
        var stopped = failures.FirstOrDefault(failure => IsOfStop(new TestOutcome.Failed(failure)));
        return [.. failures.Where(failure => failure != stopped), Timeout(limit, call, stopped is null ? null : new TestOutcome.Failed(stopped))];
    }

    /// <summary>Whether an outcome is the work of a stop.</summary>
    public static bool IsOfStop(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Failed failed => failed.Failure.Exceptions.Any(IsOfStop),
        TestOutcome.Errored errored => errored.Failure.Exceptions.Any(IsOfStop),
        _ => false,
    };

    private static bool IsOfStop(FailedException exception) => OfStops.Contains(exception.TypeName, StringComparer.Ordinal);
}
