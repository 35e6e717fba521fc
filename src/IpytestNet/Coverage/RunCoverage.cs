using IpytestNet.CommandLine;
using IpytestNet.Coverage.Measuring;
using IpytestNet.Coverage.Reports;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Settings;
using IpytestNet.Execution;
using IpytestNet.Plugins;
using IpytestNet.Sessions;

namespace IpytestNet.Coverage;

/// <summary>The coverage of one run: begins with what cells have counted by themselves, and ends with the reports.</summary>
internal sealed class RunCoverage : IPlugin
{
    private readonly NotebookSession _session;
    private readonly CoverageRequest _request;
    private readonly CoverageSettings _settings;
    private readonly CommandCoverage? _command;
    private readonly string _folder;
    private IReadOnlyList<string> _lines = [];
    private int _width = 80;
    private bool _isColored;

    private RunCoverage(NotebookSession session, CoverageRequest request, CoverageSettings settings, CommandCoverage? command)
    {
        _session = session;
        _request = request;
        _settings = settings;
        _command = command;
        _folder = command?.Folder ?? Environment.CurrentDirectory;
        CoverageStart.Begin(session, request, settings);
    }

    /// <inheritdoc/>
    public string Name => "coverage";

    private bool HasContexts => _request.TestContexts || _settings.TestContexts is true;

    /// <summary>Gives the coverage of a run; null if none is asked for.</summary>
    /// <param name="session">The notebook.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="isConfigured">Whether the configuration asks for it.</param>
    /// <param name="ofCommand">What the command around the notebook asks for, which then gets the data.</param>
    /// <exception cref="UsageException">An option or the configuration of coverage is wrong.</exception>
    public static RunCoverage? Of(NotebookSession session, RunOptions options, bool isConfigured, CoverageRequest ofCommand)
    {
        var request = options.Coverage;
        CoverageReport.Check(request);
        if (request.IsOverruled)
            Console.Error.WriteLine("WARNING: Coverage disabled via --no-cov switch!");
        if (request.IsOff || (!request.IsOn && !isConfigured) || options.CollectOnly)
            return null;
        if (request.TestContexts && options.Workers > 0)
            throw new UsageException("argument --cov-context: tests that run at the same time (-n) cannot be told apart; leave out one of the two") { ShowsUsage = true };
        if (isConfigured && request.Config is null && ConfigSearch.In(Environment.CurrentDirectory) is { Count: > 0 } hidden)
            WarnOfHidden(hidden);
        var command = ofCommand.IsOn ? session.CommandCoverage : null;
        return new RunCoverage(session, request, command?.Settings ?? CoverageStart.SettingsOf(request, isConfigured, Environment.CurrentDirectory, Environment.GetEnvironmentVariable), command);
    }

    /// <summary>Begins the measurement.</summary>
    public void Begin() => _session.Coverage.Reset();

    /// <summary>Ends the measurement, and makes the reports.</summary>
    /// <param name="exitCode">How the run has ended otherwise.</param>
    /// <returns>How it ends.</returns>
    public ExitCode End(ExitCode exitCode)
    {
        var data = Collect();
        _session.Coverage.Last = data;
        if (_command is not null)
        {
            _command.Collected(data);
            return exitCode;
        }

        if (_request.NoneOnFail && exitCode is not ExitCode.Ok)
            return exitCode;
        var report = CoverageReport.Write(data, _request, _settings, new CoverageReportStyle(_folder, _width, _isColored, TimeProvider.System));
        _lines = report.Lines;
        return report.IsFailure && exitCode is ExitCode.Ok ? ExitCode.TestsFailed : exitCode;
    }

    /// <summary>Whether there is a report of it.</summary>
    public bool HasReport => _lines.Count > 0;

    /// <inheritdoc/>
    public void Configure(PluginContext context)
    {
        _width = context.Width;
        _isColored = context.Color;
    }

    /// <inheritdoc/>
    public void Handle(RunMessage message)
    {
        if (!HasContexts)
            return;
        foreach (var code in _session.Coverage.Codes)
        {
            if (message is RunMessage.TestStarted)
                code.BeginContext();
            else if (message is RunMessage.TestFinished finished)
                code.EndContext($"{finished.Test.NodeId}|run");
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> TerminalSummary() => _lines;

    private static void WarnOfHidden(IReadOnlyList<string> hidden) => Console.Error.WriteLine(
        $"Warning: found existing coverage configuration in [{string.Join(", ", hidden.Select(path => $"'{Path.GetRelativePath(Environment.CurrentDirectory, path)}'"))}]. "
        + "It is ignored while coverage: true is set. To use it, leave out coverage: true and give --cov to the run, as in %%ipytest --cov.");

    private CoverageData Collect()
    {
        var names = new CellNames(_session, _folder);
        var targets = new CoverageTargets(
            _request.IsWhole ? [] : _request.Targets is { Count: > 0 } given ? given : _settings.Source, names, _session.ModuleName, _folder);
        var data = new CoverageCollection(_session.Coverage, names).Collect(
            (code, map) => !(code.IsRunning && map.Regions.Count == 0)
                && !names.HasForgottenTestsOnly(code, map)
                && targets.Contain(code, map)
                && !(_settings.SkipTests is true && names.IsTestsOnly(code)),
            _request.Branch || _settings.Branch is true,
            HasContexts);
        data = StaticContext.Of(FileSelection.Of(data, _settings.RunInclude, _settings.RunOmit, _folder), _settings.Context);
        return data with
        {
            Warnings =
            [
                .. _settings.Warnings,
                .. targets.Missed.Select(target => $"--cov={target}: nothing that is measured has this name; expected a cell such as In[3], a project, a namespace or a pattern of paths"),
                .. data.Warnings,
            ],
        };
    }
}
