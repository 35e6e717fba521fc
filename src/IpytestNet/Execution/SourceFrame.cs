namespace IpytestNet.Execution;

/// <summary>A place in the user's code that was on the stack.</summary>
/// <param name="File">The cell (<c>In[3]</c>) or the path of a file.</param>
/// <param name="Line">The 1-based line.</param>
/// <param name="Method">The name of the method, as a person would write it.</param>
public sealed record SourceFrame(string File, int Line, string Method)
{
    /// <summary>Whether the call repeated itself, more often than it is worth to show.</summary>
    public bool Repeats { get; init; }
}
