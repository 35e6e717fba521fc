namespace IpytestNet.Reports;

/// <summary>A notebook that has run, as a report tells of it.</summary>
/// <param name="Module">How it is called in node ids.</param>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Cells">The cells that ran, in their order.</param>
/// <param name="Findings">What speaks against it, a line each: <c>In[3]: a test run stopped before its end</c>.</param>
internal sealed record ReportedNotebook(string Module, ExitCode ExitCode, IReadOnlyList<ReportedCell> Cells, IReadOnlyList<string> Findings);
