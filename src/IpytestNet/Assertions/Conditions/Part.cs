namespace IpytestNet.Assertions.Conditions;

/// <summary>A part of an asserted condition, as the compiler understood it.</summary>
/// <param name="Text">The part as the user wrote it, on one line.</param>
internal abstract record Part(string Text)
{
    /// <summary>Where the value of the part is kept when an assertion fails, which is also the bit that says whether it was reached.</summary>
    /// <value>Default null: the value cannot be had.</value>
    public int? Slot { get; init; }

    /// <summary>Whether the text stands in brackets before <c>= value</c>, as <c>(x = 2) = 2</c> and <c>(a ?? b) = 2</c> do.</summary>
    /// <value>Default false.</value>
    public bool BindsLoosely { get; init; }

    /// <summary>The parts within it, in the order in which they are evaluated.</summary>
    public abstract IReadOnlyList<Part> Parts { get; }

    /// <summary>Any expression.</summary>
    public sealed record Value(string Text, IReadOnlyList<Part> Inner) : Part(Text)
    {
        public override IReadOnlyList<Part> Parts => Inner;
    }

    /// <summary>A value that the compiler knows.</summary>
    /// <param name="Text">The part as the user wrote it.</param>
    /// <param name="Known">The value; of a constant of an enum, the number.</param>
    /// <param name="Name">What to show in its place, as <c>Color.Red</c>; null to show the value.</param>
    public sealed record Constant(string Text, object? Known, string? Name = null) : Part(Text)
    {
        public override IReadOnlyList<Part> Parts => [];
    }

    /// <summary>A tuple that is written out, as in <c>(a, b) == (1, 2)</c>.</summary>
    public sealed record Tuple(string Text, IReadOnlyList<Part> Elements) : Part(Text)
    {
        public override IReadOnlyList<Part> Parts => Elements;
    }

    /// <summary>A collection that is written out, as in <c>xs.SequenceEqual([1, 2])</c>.</summary>
    /// <param name="Text">The part as the user wrote it.</param>
    /// <param name="ElementType">The simple type that its elements become; null if they stay what they are.</param>
    /// <param name="Elements">The elements.</param>
    public sealed record List(string Text, Type? ElementType, IReadOnlyList<Part> Elements) : Part(Text)
    {
        public override IReadOnlyList<Part> Parts => Elements;
    }

    /// <summary>The elements of another collection within one that is written out: <c>..xs</c>.</summary>
    public sealed record Spread(string Text, Part Collection) : Part(Text)
    {
        public override IReadOnlyList<Part> Parts => [Collection];
    }

    /// <summary>A chain of <c>&amp;&amp;</c> or of <c>||</c> of truths; no user operator takes part.</summary>
    public sealed record Logical(string Text, bool IsAnd, IReadOnlyList<Part> Operands) : Part(Text)
    {
        public override IReadOnlyList<Part> Parts => Operands;
    }

    /// <summary><c>!operand</c> of a truth.</summary>
    public sealed record Not(string Text, Part Operand) : Part(Text)
    {
        public override IReadOnlyList<Part> Parts => [Operand];
    }

    /// <summary><c>condition ? whenTrue : whenFalse</c> of truths.</summary>
    public sealed record Choice(string Text, Part Condition, Part WhenTrue, Part WhenFalse) : Part(Text)
    {
        public override IReadOnlyList<Part> Parts => [Condition, WhenTrue, WhenFalse];
    }

    /// <summary>A comparison of two values: <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</summary>
    /// <param name="Text">The part as the user wrote it.</param>
    /// <param name="Operator">The operator.</param>
    /// <param name="Left">The left operand.</param>
    /// <param name="Right">The right operand.</param>
    public sealed record Comparison(string Text, string Operator, Part Left, Part Right) : Part(Text)
    {
        /// <summary>The type whose references are compared, as C# writes it.</summary>
        /// <value>Default null: values are compared, or an operator of the type is called.</value>
        public string? ReferenceType { get; init; }

        public override IReadOnlyList<Part> Parts => [Left, Right];
    }

    /// <summary>A call whose meaning is known, so that its result can be explained.</summary>
    /// <param name="Text">The part as the user wrote it.</param>
    /// <param name="Meaning">What the call asks.</param>
    /// <param name="Left">The value that is asked.</param>
    /// <param name="Right">The value that it is asked about; null for a predicate.</param>
    /// <param name="Others">Further arguments.</param>
    public sealed record Question(string Text, Asked Meaning, Part Left, Part? Right, IReadOnlyList<Part> Others) : Part(Text)
    {
        /// <summary>The name of the method.</summary>
        public string Method { get; init; } = Meaning.ToString();

        /// <summary>What is known of the predicate's calls.</summary>
        public Observation? Observed { get; init; }

        public override IReadOnlyList<Part> Parts => Right is null ? [Left, .. Others] : [Left, Right, .. Others];
    }

    /// <summary><c>input is pattern</c>.</summary>
    public sealed record Match(string Text, Part Input, Pattern Pattern) : Part(Text)
    {
        public override IReadOnlyList<Part> Parts => [Input];
    }
}
