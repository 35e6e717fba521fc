namespace IpytestNet.Frameworks.Doctest;

/// <summary>The examples of one comment, cell or file; they share their variables.</summary>
/// <param name="Name">The name of what they document.</param>
/// <param name="File">The cell (<c>In[3]</c>) or the path of the file.</param>
/// <param name="Lines">The documentation.</param>
/// <param name="Examples">The examples, in their order.</param>
internal sealed record ExampleSet(string Name, string File, IReadOnlyList<DocLine> Lines, IReadOnlyList<Example> Examples)
{
    /// <summary>Why the examples cannot be understood, or null.</summary>
    public string? Defect { get; init; }

    /// <summary>Reads the examples of blocks, or gives null where there are none.</summary>
    public static ExampleSet? Of(string name, string file, IReadOnlyList<DocLine> lines, Func<IReadOnlyList<CodeBlock>> read)
    {
        try
        {
            var examples = read().SelectMany(block => ExampleReader.Read(block, name)).ToArray();
            return examples.Length > 0 ? new ExampleSet(name, file, lines, examples) : null;
        }
        catch (FormatException exception)
        {
            return new ExampleSet(name, file, lines, []) { Defect = exception.Message };
        }
    }
}
