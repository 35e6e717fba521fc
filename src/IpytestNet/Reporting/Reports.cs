using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>Hands every message to every report; one that throws is named once and left out from then on.</summary>
internal sealed class Reports(IReadOnlyList<IReport> reports, TextWriter errors)
{
    private readonly List<IReport> _reports = [.. reports];

    /// <summary>Hands out a message.</summary>
    public void Send(RunMessage message)
    {
        foreach (var report in _reports.ToArray())
        {
            try
            {
                report.Handle(message);
            }
            catch (Exception exception) when (report is not TerminalReport)
            {
                _reports.Remove(report);
                errors.WriteLine($"The plugin {report.GetType().Name} threw {exception.GetType().Name}: {exception.Message} It is left out of the rest of this run.");
            }
        }
    }
}
