using System.Globalization;
using IpytestNet.CommandLine;
using IpytestNet.Coverage.Reports;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Settings;
using IpytestNet.Coverage.Storage;
using IpytestNet.Reporting;

namespace IpytestNet.Coverage;

/// <summary>What comes of a measurement: the data file, the reports, and whether enough is covered.</summary>
internal sealed class CoverageReport
{
    private readonly List<string> _lines = [];
    private readonly CoverageReportStyle _style;

    private CoverageReport(CoverageReportStyle style) => _style = style;

    /// <summary>The lines for a person.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Whether less is covered than is asked for, or a report could not be made.</summary>
    public bool IsFailure { get; private set; }

    /// <summary>Makes sure that the reports that are asked for can be made.</summary>
    /// <exception cref="UsageException">One cannot.</exception>
    public static void Check(CoverageRequest request) => CoverageReportRequest.RefuseConflicts(RequestsOf(request));

    /// <summary>Writes data and reports.</summary>
    /// <param name="data">What was measured.</param>
    /// <param name="request">What the command line says.</param>
    /// <param name="settings">What is configured.</param>
    /// <param name="style">Where they go.</param>
    public static CoverageReport Write(CoverageData data, CoverageRequest request, CoverageSettings settings, CoverageReportStyle style)
    {
        settings = settings with { Precision = request.Precision ?? settings.Precision, FailUnder = request.FailUnder ?? settings.FailUnder };
        var report = new CoverageReport(style);
        if (report.Keep(data, request, settings) is { } all)
            report.WriteAll(all, RequestsOf(request), settings);
        return report;
    }

    private static List<CoverageReportRequest> RequestsOf(CoverageRequest request) =>
        [.. (request.Reports ?? ["term"]).Select(CoverageReportRequest.Parse)];

    /// <summary>Writes the data file, and gives what is to be reported; null if there is nothing that it could be added to.</summary>
    private CoverageData? Keep(CoverageData data, CoverageRequest request, CoverageSettings settings)
    {
        var path = Path.GetFullPath(settings.DataFile ?? CoverageFile.DefaultName, _style.Folder);
        try
        {
            if (request.Append)
                return CoverageFile.Append(path, data) with { Warnings = data.Warnings };
            if (data.Files.Count > 0)
                CoverageFile.Write(path, data);
            return data;
        }
        catch (CoverageFileException e)
        {
            Fail($"ERROR: {e.Message}");
            return request.Append ? null : data;
        }
    }

    private void WriteAll(CoverageData all, List<CoverageReportRequest> requests, CoverageSettings settings)
    {
        var data = FileSelection.Of(all, settings.ReportInclude, settings.ReportOmit, _style.Folder);
        if (data.Files.Count == 0)
        {
            _lines.Add("WARNING: Failed to generate report: No data to report.");
            AddWarnings(data);
            return;
        }

        if (requests.Exists(request => request.Kind is CoverageReportKind.Term or CoverageReportKind.TermMissing))
        {
            _lines.Add(Bar('=', "tests coverage"));
            _lines.Add(Bar('_', $"coverage: platform {PlatformLine.System}, .NET {Environment.Version.ToString(2)}"));
            _lines.Add("");
        }

        foreach (var request in requests.Where(request => !request.IsToFile && request.Kind is not CoverageReportKind.None))
            _lines.AddRange(CoverageTable.Lines(data, CoverageReportFiles.TableOptions(request, settings)));
        foreach (var request in requests.Where(request => request.IsToFile))
            WriteFile(request, data, settings);
        AddWarnings(data);
        if (settings.FailUnder is > 0)
            Judge(data, settings);
    }

    private void WriteFile(CoverageReportRequest request, CoverageData data, CoverageSettings settings)
    {
        try
        {
            _lines.Add(CoverageReportFiles.Write(request, data, settings, _style.Folder, _style.Time));
        }
        catch (CoverageReportException e)
        {
            Fail($"ERROR: {e.Message}");
        }
    }

    private void AddWarnings(CoverageData data) => _lines.AddRange(data.Warnings.Select(warning => $"coverage: {warning}"));

    private void Judge(CoverageData data, CoverageSettings settings)
    {
        var least = settings.FailUnder!.Value;
        var shown = string.Create(CultureInfo.InvariantCulture, $"Total coverage: {data.Totals.Percent:F2}%");
        if (data.Totals.IsBelow(least, settings.Precision ?? 0))
            Fail(string.Create(CultureInfo.InvariantCulture, $"FAIL Required test coverage of {least}% not reached. {shown}"));
        else
            _lines.Add(Inked(Ink.Green, string.Create(CultureInfo.InvariantCulture, $"Required test coverage of {least}% reached. {shown}")));
    }

    private void Fail(string line)
    {
        IsFailure = true;
        _lines.Add(Inked(Ink.Red.AndBold(), line));
    }

    private string Inked(Ink ink, string text) => _style.IsColored ? ink.Apply(text) : text;

    private string Bar(char fill, string title)
    {
        using var line = new StringWriter();
        new TerminalText(line, _style.Width, color: false).Bar(fill, title);
        return line.ToString().TrimEnd('\n');
    }
}
