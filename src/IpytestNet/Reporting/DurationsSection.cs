using System.Globalization;
using IpytestNet.CommandLine;
using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>Lists the slowest setups, calls and teardowns (<c>--durations</c>), in pytest's words.</summary>
internal sealed class DurationsSection(RunOptions options)
{
    private readonly List<(TimeSpan Duration, string Phase, string NodeId)> _phases = [];

    /// <summary>Takes down how long a test took.</summary>
    public void Add(RunMessage.TestFinished finished)
    {
        if (options.Durations is null)
            return;
        foreach (var phase in finished.Phases)
            _phases.Add((phase.Duration, phase.Name, finished.Test.NodeId));
        if (finished.Outcome is TestOutcome.Passed or TestOutcome.Failed or TestOutcome.XFailed or TestOutcome.XPassed)
            _phases.Add((finished.Duration, "call", finished.Test.NodeId));
    }

    /// <summary>Writes the list.</summary>
    public void Write(TerminalText terminal)
    {
        if (options.Durations is not { } number || _phases.Count == 0)
            return;
        terminal.Bar('=', number == 0 ? "slowest durations" : $"slowest {number} durations");
        var shown = _phases.OrderByDescending(phase => phase.Duration).Take(number == 0 ? int.MaxValue : number).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            if (options.Verbosity < 2 && shown[i].Duration < options.DurationsMin)
            {
                terminal.Line();
                var limit = options.DurationsMin.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture);
                terminal.Line($"({shown.Count - i} durations < {limit}s hidden.  Use -vv to show these durations.)");
                return;
            }

            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{shown[i].Duration.TotalSeconds:F2}s {shown[i].Phase,-8} {shown[i].NodeId}"));
        }
    }
}
