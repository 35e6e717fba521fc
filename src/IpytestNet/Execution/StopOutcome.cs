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

    /// <summary>Puts a failure of its own in the place of what a stop has thrown out of a clean-up that took too long.</summary>
    /// <param name="failures">The failures of the clean-up.</param>
    /// <param name="limit">The time that it had.</param>
    /// <param name="call">The call that was stopped.</param>
    public static void JudgeCleanup(List<Failure> failures, TimeSpan limit, StoppableCall call)
    {
        var thrown = failures.FindIndex(failure => failure.Exceptions.Any(IsOfStop));
        if (thrown < 0)
        {
            failures.Add(Timeout(limit, call, outcome: null));
            return;
        }

        var failure = Timeout(limit, call, new TestOutcome.Errored(failures[thrown], "teardown"));
        failures[thrown] = failure with { Exceptions = [failure.Exceptions[0] with { Note = failures[thrown].Exceptions[0].Note }] };
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
