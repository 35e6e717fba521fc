using IpytestNet.CommandLine;
using IpytestNet.Coverage;
using IpytestNet.Coverage.Reports;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Settings;
using IpytestNet.Coverage.Storage;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Coverage;

/// <summary>The reports of <c>ipytest coverage</c>; the exit codes are those of coverage.py.</summary>
/// <param name="console">The process around it.</param>
internal sealed class CoverageCommand(ToolConsole console)
{
    /// <summary>The exit code where there is nothing to report, or no report can be made.</summary>
    public const int Failed = 1;

    private const int TooLittle = 2;

    /// <summary>Prints the table.</summary>
    public int Print(DataChoice choice, Func<CoverageTableOptions, CoverageTableOptions> options) => Report(choice, (data, settings) =>
    {
        foreach (var line in CoverageTable.Lines(data, options(CoverageTableOptions.Of(settings))))
            console.Out.WriteLine(line);
        foreach (var warning in data.Warnings)
            console.Error.WriteLine($"ipytest coverage: warning: {warning}");
    });

    /// <summary>Writes a report to a file or folder.</summary>
    public int Write(DataChoice choice, CoverageReportRequest request, Func<CoverageSettings, CoverageSettings> given) => Report(choice, (data, settings) =>
        console.Out.WriteLine(CoverageReportFiles.Write(request, data, given(settings), console.WorkingDirectory, console.Time)));

    private int Report(DataChoice choice, Action<CoverageData, CoverageSettings> report)
    {
        try
        {
            var settings = choice.Over(CoverageSettingsReader.Load(choice.Config, console.WorkingDirectory, console.Variable));
            var all = CoverageFile.Read(Path.GetFullPath(settings.DataFile ?? CoverageFile.DefaultName, console.WorkingDirectory));
            var data = all is null ? null : FileSelection.Of(all, settings.ReportInclude, settings.ReportOmit, console.WorkingDirectory);
            if (data is null or { Files: [] })
            {
                console.Out.WriteLine(CoverageReportException.NoData);
                return Failed;
            }

            report(data, settings);
            return Judge(data.Totals, settings);
        }
        catch (Exception e) when (e is CoverageFileException or CoverageReportException)
        {
            console.Error.WriteLine($"ipytest coverage: error: {e.Message}");
            return Failed;
        }
        catch (UsageException e)
        {
            console.Error.WriteLine($"ipytest coverage: error: {e.Message}\nTo learn more: ipytest coverage --help");
            return (int)ExitCode.UsageError;
        }
    }

    private int Judge(CoverageNumbers totals, CoverageSettings settings)
    {
        var precision = settings.Precision ?? 0;
        if (settings.FailUnder is not { } least || !totals.IsBelow(least, precision))
            return (int)ExitCode.Ok;
        console.Out.WriteLine($"Coverage failure: total of {Percentage.Text(totals.Percent, precision)} is less than fail-under={Percentage.Text(least, precision)}");
        return TooLittle;
    }
}
