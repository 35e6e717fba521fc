namespace IpytestNet.Kernel.Documents;

/// <summary>One cell of a notebook, as its author wrote it.</summary>
public sealed record NotebookCell
{
    /// <summary>The kind of cell.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>The text, with <c>\n</c> between lines and none after the last one of a text file's cell.</summary>
    public required string Source { get; init; }

    /// <summary>The language, such as <c>C#</c>, <c>markdown</c> or <c>mermaid</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The tags, in the order given.</summary>
    /// <value>Default empty; a <c>.dib</c> file has no place for tags.</value>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The line of the file on which the text begins (1-based), or null for a format without such lines.</summary>
    public int? FileLine { get; init; }

    /// <summary>Whether the cell must throw or have a failing test run (tag <c>raises-exception</c>, as in nbclient).</summary>
    public bool ExpectsFailure => Tags.Contains("raises-exception");

    /// <summary>Whether the cell is left out of a run: not code, without text, or tagged <c>skip-execution</c> (as in nbclient).</summary>
    public bool IsSkipped => Kind is not CellKind.Code || string.IsNullOrWhiteSpace(Source) || Tags.Contains("skip-execution");
}
