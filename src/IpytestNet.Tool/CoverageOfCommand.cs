using IpytestNet.CommandLine;
using IpytestNet.Coverage;
using IpytestNet.Coverage.Measuring;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Settings;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>The coverage of the command: one report over all notebooks and all runs in them.</summary>
internal sealed class CoverageOfCommand
{
    private readonly ToolConsole _console;
    private readonly CoverageRequest _request;
    private readonly CoverageSettings _settings;
    private readonly List<CoverageData> _collected = [];
    private readonly Action<CoverageData> _take;

    /// <param name="request">What the command line says.</param>
    /// <param name="console">The process around it.</param>
    /// <param name="collected">Takes what is measured; null to keep it for the reports.</param>
    /// <exception cref="UsageException">An option or the configuration of coverage is wrong.</exception>
    public CoverageOfCommand(CoverageRequest request, ToolConsole console, Action<CoverageData>? collected = null)
    {
        _take = collected ?? _collected.Add;
        _request = request;
        _console = console;
        CoverageReport.Check(request);
        _settings = request.IsWanted ? CoverageStart.SettingsOf(request, isConfigured: false, console.WorkingDirectory, console.Variable) : CoverageSettings.None;
    }

    /// <summary>Gives what the session of a notebook is to know.</summary>
    public CommandCoverage For(NotebookTarget.Found target) => new(_request, _settings, _console.WorkingDirectory, _take)
    {
        CellName = cell => $"{target.Shown}{cell["In".Length..]}",
    };

    /// <summary>Adds what was measured elsewhere.</summary>
    public void Add(IEnumerable<CoverageData> data) => _collected.AddRange(data);

    /// <summary>Makes the reports.</summary>
    /// <param name="hasFailed">Whether a test has failed.</param>
    /// <param name="isColored">Whether colours are used.</param>
    /// <returns>The lines for a person, and whether too little is covered.</returns>
    public (IReadOnlyList<string> Lines, bool IsFailure) Finish(bool hasFailed, bool isColored)
    {
        if (!_request.IsWanted || (hasFailed && _request.NoneOnFail))
            return ([], false);
        var report = CoverageReport.Write(
            CoverageMerge.Of(_collected), _request, _settings, new CoverageReportStyle(_console.WorkingDirectory, _console.Width, isColored, _console.Time));
        return (report.Lines, report.IsFailure);
    }
}
