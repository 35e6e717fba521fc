using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>A line for each truth that a condition is made of.</summary>
/// <param name="evidence">What is known of the condition.</param>
internal sealed class OperandLines(Evidence evidence)
{
    private const int StateWidth = 15;

    private readonly SubstitutedText _substituted = new(evidence);

    /// <summary>Writes the lines of the truths within a part, those within them indented; in long chains only those around the deciding ones.</summary>
    public IEnumerable<string> Of(Part part)
    {
        var operands = Operands(part);
        var deciding = new HashSet<Part>(Composition.Deciding(part, evidence.Truth), ReferenceEqualityComparer.Instance);
        var kept = new ChainFolding(evidence.Detail.MaxLines).Kept([.. operands.Select(deciding.Contains)]);
        for (var i = 0; i < operands.Count;)
        {
            var state = StateOf(operands[i]);
            var folded = operands.Skip(i).TakeWhile((operand, ahead) => !kept[i + ahead] && StateOf(operand) == state).Count();
            foreach (var line in folded > 1 ? [$"... {folded} more {TextOf(state)}"] : Of(operands[i], deciding.Contains(operands[i])))
                yield return line;
            i += Math.Max(folded, 1);
        }
    }

    // What a call or a conditional operator is made of may be anything; in a chain every operand counts.
    private List<Part> Operands(Part part) =>
        [.. Composition.Of(part).Where(operand => IsTold(part, operand))];

    private IEnumerable<string> Of(Part operand, bool isDeciding)
    {
        var state = StateOf(operand);
        var isPlain = state is OperandState.NotEvaluated or OperandState.Unknown || operand is Part.Match && state is OperandState.True;
        var substituted = isPlain ? null : _substituted.Of(operand);
        yield return TextOf(state).PadRight(StateWidth) + SourceText.Of(operand) + (substituted is null ? "" : $"   ({substituted})");
        if (!isDeciding && !Composition.Of(operand).Any(inner => StateOf(inner) is OperandState.NotEvaluated))
            yield break;
        foreach (var line in Of(operand))
            yield return $"  {line}";
    }

    private bool IsTold(Part part, Part operand) => part switch
    {
        Part.Not not => IsTold(not.Operand, operand),
        Part.Choice => operand is not Part.Constant && StateOf(operand) is not (OperandState.Unknown or OperandState.Evaluated),
        // Beside what else a comparison compares, only what is made of truths needs a line; the others have their values.
        Part.Comparison => operand is Part.Logical or Part.Not or Part.Choice && StateOf(operand) is not OperandState.Unknown,
        Part.Value => StateOf(operand) is not OperandState.Unknown,
        _ => true,
    };

    private OperandState StateOf(Part part) => evidence.Truth.StateOf(part);

    private static string TextOf(OperandState state) => state switch
    {
        OperandState.True => "true",
        OperandState.False => "false",
        OperandState.NotEvaluated => "not evaluated",
        OperandState.Evaluated => "evaluated",
        _ => "unknown",
    };
}
