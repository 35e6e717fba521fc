namespace IpytestNet.Execution;

/// <summary>The last test of a run that failed or could not be judged, for a look into it from the next cell.</summary>
public sealed record LastFailure
{
    /// <summary>The test.</summary>
    public required TestCase Test { get; init; }

    /// <summary>What went wrong: exceptions with their messages, which tell values, and their frames.</summary>
    public required Failure Failure { get; init; }

    /// <summary>The phase in which it did: <c>call</c>, <c>setup</c>, <c>teardown</c> or <c>collection</c>.</summary>
    public required string When { get; init; }

    /// <summary>The exception itself, or null where the framework keeps it to itself, as xUnit does.</summary>
    public Exception? Exception => Failure.Thrown;

    /// <summary>What the test wrote to standard output, unless it was passed through.</summary>
    public string StandardOutput { get; init; } = "";

    /// <summary>What the test wrote to standard error, unless it was passed through.</summary>
    public string StandardError { get; init; } = "";

    /// <summary>The message of the exception, with the values of an assertion.</summary>
    public string Message => Failure.Exceptions is [var outermost, ..] ? outermost.Message : "";

    /// <summary>Where it happened, as <c>In[3]:4</c>, or null if that is not known.</summary>
    public string? Place => Failure.Exceptions.SelectMany(exception => exception.Frames.TakeLast(1)).FirstOrDefault() is { } frame
        ? $"{frame.File}:{frame.Line}"
        : null;

    /// <summary>Takes it from the message of a test, or gives null if the test is fine.</summary>
    internal static LastFailure? Of(RunMessage.TestFinished finished)
    {
        var (failure, when) = finished.Outcome switch
        {
            TestOutcome.Failed failed => (failed.Failure, "call"),
            TestOutcome.Errored errored => (errored.Failure, errored.When),
            _ => (null, ""),
        };
        return failure is null
            ? null
            : new LastFailure { Test = finished.Test, Failure = failure, When = when, StandardOutput = finished.StandardOutput, StandardError = finished.StandardError };
    }

    /// <summary>The failure in a few lines: test, place and message.</summary>
    public override string ToString() => $"{Test.NodeId}{(Place is null ? "" : $" at {Place}")}\n{Message}";
}
