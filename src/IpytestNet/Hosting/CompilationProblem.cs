namespace IpytestNet.Hosting;

/// <summary>One error of the compiler.</summary>
/// <param name="Code">Its code, as <c>CS0103</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="File">The cell (<c>In[3]</c>) or file.</param>
/// <param name="Line">The 1-based line.</param>
/// <param name="Column">The 1-based column.</param>
public sealed record CompilationProblem(string Code, string Message, string File, int Line, int Column)
{
    /// <summary>The error in one line: <c>In[3]:2:5: error CS0103: …</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: error {Code}: {Message}";
}
