namespace IpytestNet.Tool;

/// <summary>How long a cell took.</summary>
/// <param name="Place">The cell, such as <c>In[3]</c>.</param>
/// <param name="Elapsed">The time.</param>
internal sealed record CellTime(string Place, TimeSpan Elapsed);
