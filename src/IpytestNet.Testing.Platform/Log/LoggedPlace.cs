namespace IpytestNet.Testing.Platform.Log;

/// <summary>A place in a cell or in a file.</summary>
/// <param name="File">The cell, such as <c>In[3]</c>, or the path of a file.</param>
/// <param name="Line">The line (1-based).</param>
/// <param name="Function">The function, or an empty text.</param>
internal sealed record LoggedPlace(string File, int Line, string Function = "");
