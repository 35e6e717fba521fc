namespace IpytestNet.Tool;

/// <summary>What a PATH of the command line came to.</summary>
/// <param name="Shown">How it is called in reports.</param>
internal abstract record NotebookTarget(string Shown)
{
    /// <summary>A notebook to run.</summary>
    /// <param name="Shown">How it is called in reports.</param>
    /// <param name="FullPath">Its file.</param>
    /// <param name="Nodes">The node ids within it that are to run; all of it if empty.</param>
    public sealed record Found(string Shown, string FullPath, IReadOnlyList<string> Nodes) : NotebookTarget(Shown);

    /// <summary>A path that leads to no notebook.</summary>
    /// <param name="Shown">How it is called in reports.</param>
    /// <param name="Message">What was expected, what is there and what to do.</param>
    public sealed record Missing(string Shown, string Message) : NotebookTarget(Shown);
}
