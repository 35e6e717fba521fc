namespace IpytestNet.Kernel.Execution;

/// <summary>A line of a cell or of a file that it loads.</summary>
/// <param name="File">The cell, such as <c>In[3]</c>, or the path of the file.</param>
/// <param name="Line">The line, from 1 on.</param>
public sealed record CellPlace(string File, int Line);
