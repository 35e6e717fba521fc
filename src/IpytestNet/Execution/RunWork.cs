using System.Globalization;
using IpytestNet.CommandLine;

namespace IpytestNet.Execution;

/// <summary>What all tests of a run have in common.</summary>
/// <param name="Options">The options of the run.</param>
/// <param name="Culture">The culture that tests run in.</param>
/// <param name="Capture">Takes what tests write.</param>
/// <param name="Journal">Takes how tests end.</param>
/// <param name="Cancellation">Signalled when the run is interrupted.</param>
/// <param name="OfCell">Signalled when the cell that the run belongs to is interrupted, also after the run.</param>
internal sealed record RunWork(
    RunOptions Options, CultureInfo Culture, OutputCapture Capture, RunJournal Journal, CancellationToken Cancellation, CancellationToken OfCell)
{
    /// <summary>Sees to it that threads which a call has left running are stopped with the cell.</summary>
    public void KeepIfRunning(StoppableCall call)
    {
        if (call.IsRunning)
            _ = OfCell.UnsafeRegister(left => ((StoppableCall)left!).StopRest(), call);
    }
}
