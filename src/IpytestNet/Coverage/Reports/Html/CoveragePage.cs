using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>A cell or file and its page.</summary>
/// <param name="File">The cell or file.</param>
/// <param name="Page">The name of the page's file.</param>
internal sealed record CoveragePage(FileCoverage File, string Page)
{
    /// <summary>The address of the page from one beside it.</summary>
    public string Address => Uri.EscapeDataString(Page);
}
