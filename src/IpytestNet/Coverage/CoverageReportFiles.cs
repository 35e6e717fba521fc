using System.Text;
using IpytestNet.Coverage.Reports;
using IpytestNet.Coverage.Reports.Html;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Settings;
using IpytestNet.Files;

namespace IpytestNet.Coverage;

/// <summary>Writes the reports that go to files.</summary>
internal static class CoverageReportFiles
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The options of the table that is asked for.</summary>
    public static CoverageTableOptions TableOptions(CoverageReportRequest request, CoverageSettings settings)
    {
        var options = CoverageTableOptions.Of(settings);
        return options with
        {
            ShowMissing = options.ShowMissing || request.Kind is CoverageReportKind.TermMissing,
            SkipCovered = options.SkipCovered || request.SkipCovered,
        };
    }

    /// <summary>Writes a report; missing folders are made.</summary>
    /// <param name="request">The report, of a kind that goes to a file or a folder.</param>
    /// <param name="data">What was measured.</param>
    /// <param name="settings">What is configured.</param>
    /// <param name="folder">The full path of the folder that relative paths start from.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The line that says where it is.</returns>
    /// <exception cref="CoverageReportException">Nothing was measured, or the report cannot be written.</exception>
    public static string Write(CoverageReportRequest request, CoverageData data, CoverageSettings settings, string folder, TimeProvider time)
    {
        if (data.Files is [])
            throw new CoverageReportException(CoverageReportException.NoData);
        var destination = request.Destination ?? DefaultDestination(request.Kind, settings);
        try
        {
            return Write(request.Kind, data, settings, folder, destination, time);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CoverageReportException($"cannot write the coverage report to '{destination}': {e.Message.TrimEnd('.')}. Name a place that can be written", e);
        }
    }

    private static string? DefaultDestination(CoverageReportKind kind, CoverageSettings settings) => kind switch
    {
        CoverageReportKind.Html => settings.HtmlDirectory ?? "htmlcov",
        CoverageReportKind.Xml => settings.XmlOutput ?? "coverage.xml",
        CoverageReportKind.Json => settings.JsonOutput ?? "coverage.json",
        CoverageReportKind.Lcov => settings.LcovOutput ?? "coverage.lcov",
        CoverageReportKind.Markdown or CoverageReportKind.MarkdownAppend => CoverageReportRequest.DefaultMarkdown,
        _ => null,
    };

    private static string Write(CoverageReportKind kind, CoverageData data, CoverageSettings settings, string folder, string? destination, TimeProvider time)
    {
        var path = destination is null ? folder : Path.GetFullPath(destination, folder);
        switch (kind)
        {
            case CoverageReportKind.Html:
                WriteHtml(path, data, settings, time);
                return $"Coverage HTML written to dir {destination}";
            case CoverageReportKind.Xml:
                WriteText(path, CoberturaXml.Text(WithCells(path, data), folder, time.GetUtcNow()));
                return $"Coverage XML written to file {destination}";
            case CoverageReportKind.Json:
                WriteText(path, CoverageJson.Text(data, JsonOptions(settings, time)));
                return $"Coverage JSON written to file {destination}";
            case CoverageReportKind.Lcov:
                WriteText(path, LcovTracefile.Text(WithCells(path, data)));
                return $"Coverage LCOV written to file {destination}";
            case CoverageReportKind.Markdown:
                WriteText(path, Markdown(data, settings));
                return $"Coverage Markdown information written to file {destination}";
            case CoverageReportKind.MarkdownAppend:
                WriteText(path, (File.Exists(path) ? File.ReadAllText(path) : "") + Markdown(data, settings));
                return $"Coverage Markdown information appended to file {destination}";
            case CoverageReportKind.Annotate:
                WriteAnnotated(path, isBeside: destination is null, data);
                return destination is null ? "Coverage annotated source written next to source" : $"Coverage annotated source written to dir {destination}";
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a report that goes to a file.");
        }
    }

    private static void WriteHtml(string folder, CoverageData data, CoverageSettings settings, TimeProvider time)
    {
        var options = new CoverageHtmlOptions { Time = time.GetLocalNow(), Precision = settings.Precision ?? 0 };
        CoverageHtml.Write(folder, data, settings.HtmlTitle is { } title ? options with { Title = title } : options);
    }

    private static CoverageJsonOptions JsonOptions(CoverageSettings settings, TimeProvider time) => new()
    {
        Version = typeof(CoverageReportFiles).Assembly.GetName().Version!.ToString(3),
        Time = time.GetLocalNow(),
        Precision = settings.Precision ?? 0,
        PrettyPrint = settings.JsonPrettyPrint ?? false,
    };

    private static string Markdown(CoverageData data, CoverageSettings settings) =>
        string.Concat(CoverageTable.Lines(data, CoverageTableOptions.Of(settings) with { Format = CoverageTableFormat.Markdown }).Select(line => $"{line}\n"));

    private static CoverageData WithCells(string report, CoverageData data) =>
        CellFiles.Write(Path.Combine(Path.GetDirectoryName(report)!, $"{Path.GetFileNameWithoutExtension(report)}-cells"), data);

    private static void WriteAnnotated(string folder, bool isBeside, CoverageData data)
    {
        foreach (var (file, name) in PlainFileName.Of(data.Files, ",cover"))
            WriteText(isBeside && file.Path is not null ? $"{file.Path},cover" : Path.Combine(folder, name), AnnotatedSource.Text(file));
    }

    private static void WriteText(string path, string text)
    {
        if (Directory.Exists(path))
            throw new IOException("it is a folder, and a file was expected");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, text, Encoding);
    }
}
