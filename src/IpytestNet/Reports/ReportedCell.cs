namespace IpytestNet.Reports;

/// <summary>A cell that has run, as a report tells of it.</summary>
/// <param name="Name">How places call it: <c>In[3]</c>.</param>
/// <param name="Lines">The line of the notebook's file (1-based) on which each line of the cell stands.</param>
/// <param name="Runs">How many test runs it has made.</param>
/// <param name="ExpectsFailure">Whether it is meant to throw or to have a failing test.</param>
internal sealed record ReportedCell(string Name, IReadOnlyList<int> Lines, int Runs, bool ExpectsFailure);
