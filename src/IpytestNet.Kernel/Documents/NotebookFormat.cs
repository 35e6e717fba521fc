namespace IpytestNet.Kernel.Documents;

/// <summary>The file formats of a notebook.</summary>
public enum NotebookFormat
{
    /// <summary>Jupyter's JSON, nbformat 4.</summary>
    Ipynb,

    /// <summary>The text format of .NET Interactive, with a <c>#!csharp</c> line before each cell.</summary>
    Dib,

    /// <summary>A C# file with a <c>// %%</c> line before each cell, as jupytext's percent format.</summary>
    Script,
}
