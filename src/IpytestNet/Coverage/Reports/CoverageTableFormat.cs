namespace IpytestNet.Coverage.Reports;

/// <summary>The forms of the table.</summary>
internal enum CoverageTableFormat
{
    /// <summary>Columns of text.</summary>
    Text,

    /// <summary>A table in Markdown.</summary>
    Markdown,

    /// <summary>The total percentage alone.</summary>
    Total,
}
