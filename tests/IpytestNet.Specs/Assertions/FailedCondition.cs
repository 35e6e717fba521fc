using IpytestNet.Assertions;
using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Specs.Assertions;

/// <summary>Builds by hand what the rewriter and the code that it generates know of a condition that does not hold.</summary>
internal sealed class FailedCondition
{
    private readonly List<object?> _values = [];
    private ulong _reached;

    /// <summary>A part that was evaluated and its value kept.</summary>
    public Part Kept(string text, object? value, params Part[] inner) => new Part.Value(text, inner) { Slot = Slot(value) };

    /// <summary>A part whose value would have been kept, had it been evaluated.</summary>
    public Part PassedOver(string text, params Part[] inner) => new Part.Value(text, inner) { Slot = Empty() };

    /// <summary>A part whose value cannot be kept.</summary>
    public static Part Unkept(string text, params Part[] inner) => new Part.Value(text, inner);

    /// <summary>A part that is a constant.</summary>
    public static Part Constant(string text, object? known, string? name = null) => new Part.Constant(text, known, name);

    /// <summary>Keeps the truth of a part.</summary>
    public T WithTruth<T>(bool truth, T part)
        where T : Part => part with { Slot = Slot(truth) };

    /// <summary>A comparison, of which the text is made of the texts of its sides.</summary>
    public static Part.Comparison Compare(Part left, string comparison, Part right, string? references = null) =>
        new($"{left.Text} {comparison} {right.Text}", comparison, left, right) { ReferenceType = references };

    public static Part And(params Part[] operands) => new Part.Logical(string.Join(" && ", operands.Select(InChain)), IsAnd: true, operands);

    public static Part Or(params Part[] operands) => new Part.Logical(string.Join(" || ", operands.Select(InChain)), IsAnd: false, operands);

    public static Part Not(Part operand) =>
        new Part.Not(operand is Part.Value or Part.Question ? $"!{operand.Text}" : $"!({operand.Text})", operand);

    public static Part Choose(Part condition, Part whenTrue, Part whenFalse) =>
        new Part.Choice($"{condition.Text} ? {whenTrue.Text} : {whenFalse.Text}", condition, whenTrue, whenFalse);

    public static Part Tuple(params Part[] elements) => new Part.Tuple($"({string.Join(", ", elements.Select(element => element.Text))})", elements);

    public static Part.Question Ask(string text, Asked meaning, Part left, Part? right = null, params Part[] others) => new(text, meaning, left, right, others);

    /// <summary>A call such as <c>xs.All(x => x > 2)</c>.</summary>
    public Part.Question Observe(string text, Asked meaning, Part left, string parameter, object? last, int calls) =>
        new(text, meaning, left, Right: null, [])
        {
            Observed = new Observation(text.Split('(')[0].Split('.')[^1], parameter, Put(last), Put(calls)),
        };

    public static Part.Match Is(Part input, Pattern pattern) => new($"{input.Text} is {pattern.Text}", input, pattern);

    public string Explain(Part condition, object? message = null) => Explanation.Of(Evaluate(condition), message);

    public Evaluation Evaluate(Part condition) => new(new AssertionSite(condition.Text, $"Assert({condition.Text})", condition), _reached, _values);

    private static string InChain(Part operand) => operand is Part.Logical ? $"({operand.Text})" : operand.Text;

    private int Slot(object? value)
    {
        var slot = Put(value);
        _reached |= 1UL << slot;
        return slot;
    }

    private int Empty() => Put(null);

    private int Put(object? value)
    {
        _values.Add(value);
        return _values.Count - 1;
    }
}
