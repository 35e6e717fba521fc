namespace IpytestNet.Coverage.Reports;

/// <summary>The kinds of reports, as <c>--cov-report</c> names them.</summary>
internal enum CoverageReportKind
{
    /// <summary>No report; what is measured is still added up.</summary>
    None,

    /// <summary>The table.</summary>
    Term,

    /// <summary>The table with the missing lines.</summary>
    TermMissing,

    /// <summary>Sources with a sign before each line.</summary>
    Annotate,

    /// <summary>Pages to look at.</summary>
    Html,

    /// <summary>Cobertura's XML.</summary>
    Xml,

    /// <summary>The JSON of coverage.py.</summary>
    Json,

    /// <summary>The table in Markdown, in a file.</summary>
    Markdown,

    /// <summary>The table in Markdown, at the end of a file.</summary>
    MarkdownAppend,

    /// <summary>A tracefile of lcov.</summary>
    Lcov,
}
