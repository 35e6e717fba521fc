namespace IpytestNet.Values;

/// <summary>The parts of a value's text, before it is known on how many lines they stand.</summary>
internal abstract record ValueShape
{
    private ValueShape()
    {
    }

    /// <summary>Text that is not divided.</summary>
    public sealed record Leaf(string Text) : ValueShape;

    /// <summary>A part with its name or key: <c>Name = "Ann"</c>, <c>["a"] = 1</c>.</summary>
    public sealed record Labeled(string Label, ValueShape Value) : ValueShape;

    /// <summary>The parts of a collection, tuple or object.</summary>
    /// <param name="Open">What stands before the parts, the bracket included.</param>
    /// <param name="Parts">The parts.</param>
    /// <param name="Close">The closing bracket; a brace is set off from the parts by blanks.</param>
    public sealed record Group(string Open, IReadOnlyList<ValueShape> Parts, char Close) : ValueShape;
}
