using IpytestNet.CommandLine;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Settings;

namespace IpytestNet.Coverage.Measuring;

/// <summary>The coverage of a command that runs whole notebooks: their runs measure, and the command makes the reports.</summary>
/// <param name="Request">What its command line says.</param>
/// <param name="Settings">What is configured where it runs.</param>
/// <param name="Folder">The full path of the folder that it runs in.</param>
/// <param name="Collected">Takes what a run has measured.</param>
internal sealed record CommandCoverage(CoverageRequest Request, CoverageSettings Settings, string Folder, Action<CoverageData> Collected)
{
    /// <summary>What cells of the notebook are called in reports, given their numbers as <c>In[3]</c>.</summary>
    public Func<string, string> CellName { get; init; } = cell => cell;
}
