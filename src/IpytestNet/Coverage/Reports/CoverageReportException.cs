namespace IpytestNet.Coverage.Reports;

/// <summary>Says why a report of coverage cannot be made.</summary>
internal sealed class CoverageReportException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What is said where nothing was measured.</summary>
    public const string NoData = "No data to report.";
}
