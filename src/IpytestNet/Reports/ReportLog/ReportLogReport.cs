using IpytestNet.Plugins;

namespace IpytestNet.Reports.ReportLog;

/// <summary>The report as lines of JSON, in the manner of pytest-reportlog: <c>--report-log=PATH</c>.</summary>
internal sealed class ReportLogReport(TimeProvider time) : FileReport(Option, new RunRecord(time))
{
    private static readonly PluginOption Option = new("--report-log", "PATH", "Write all that happened to a file, each thing as a line of JSON.")
    {
        Group = OptionGroup,
    };

    /// <inheritdoc/>
    public override string Name => "reportlog";

    /// <inheritdoc/>
    protected override string What => "report log file";

    /// <inheritdoc/>
    protected override string Render(RunRecord record) => string.Concat(ReportLogLines.Of(record).Select(line => $"{line.ToJsonString(ReportLogLines.Json)}\n"));
}
