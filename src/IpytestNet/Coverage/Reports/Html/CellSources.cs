using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>Stand-in.</summary>
internal static class CellSources
{
    public static string Text(CoverageData data) => string.Join('\n', CoverageTable.Lines(data, new CoverageTableOptions()));

    public static string Html(CoverageData data) => Text(data);
}
