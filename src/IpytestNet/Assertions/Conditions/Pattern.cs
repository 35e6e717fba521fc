namespace IpytestNet.Assertions.Conditions;

/// <summary>A pattern, as far as it can be tried on a value without running the user's code.</summary>
/// <param name="Text">The pattern as the user wrote it, on one line.</param>
internal abstract record Pattern(string Text)
{
    /// <summary>Matches anything, as <c>_</c> and <c>var x</c> do.</summary>
    public sealed record Anything(string Text) : Pattern(Text);

    /// <summary>A constant.</summary>
    /// <param name="Text">The pattern as the user wrote it.</param>
    /// <param name="Known">The value; of a constant of an enum, the number.</param>
    public sealed record Constant(string Text, object? Known) : Pattern(Text);

    /// <summary><c>&lt; 18</c> and the like.</summary>
    public sealed record Relational(string Text, string Operator, object? Known) : Pattern(Text);

    /// <summary>A type, as C# writes it.</summary>
    public sealed record OfType(string Text, string Type) : Pattern(Text);

    /// <summary><c>not pattern</c>.</summary>
    public sealed record Not(string Text, Pattern Inner) : Pattern(Text);

    /// <summary><c>left and right</c>.</summary>
    public sealed record And(string Text, Pattern Left, Pattern Right) : Pattern(Text);

    /// <summary><c>left or right</c>.</summary>
    public sealed record Or(string Text, Pattern Left, Pattern Right) : Pattern(Text);

    /// <summary><c>Type { Path: pattern }</c>, not null.</summary>
    /// <param name="Text">The pattern as the user wrote it.</param>
    /// <param name="Type">The type, as C# writes it, or null.</param>
    /// <param name="Members">The patterns of members, each with its path: <c>Home.City</c>.</param>
    public sealed record Properties(string Text, string? Type, IReadOnlyList<(string Path, Pattern Pattern)> Members) : Pattern(Text);

    /// <summary><c>[first, .., last]</c>.</summary>
    /// <param name="Text">The pattern as the user wrote it.</param>
    /// <param name="Elements">The patterns of the elements; a slice is not among them.</param>
    /// <param name="Slice">The number of elements before the slice, or null without one.</param>
    public sealed record List(string Text, IReadOnlyList<Pattern> Elements, int? Slice) : Pattern(Text);

    /// <summary><c>(pattern, pattern)</c> of a tuple.</summary>
    public sealed record Positional(string Text, IReadOnlyList<Pattern> Elements) : Pattern(Text);

    /// <summary>One that only the user's code could try.</summary>
    public sealed record Unknown(string Text) : Pattern(Text);
}
