namespace IpytestNet.Kernel.Documents;

/// <summary>The kinds of cell that nbformat knows.</summary>
public enum CellKind
{
    /// <summary>Runs.</summary>
    Code,

    /// <summary>Prose.</summary>
    Markdown,

    /// <summary>Kept as it is: HTML, diagrams, front matter.</summary>
    Raw,
}
