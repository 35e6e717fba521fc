using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>What the parts of a condition that does not hold evaluated to, as it follows from the outcome and from what was reached.</summary>
/// <remarks>Where several outcomes are possible none is claimed.</remarks>
internal sealed class Truth
{
    private readonly Evaluation _evaluation;
    private readonly Dictionary<Part, bool> _known = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Part> _passedOver = new(ReferenceEqualityComparer.Instance);

    public Truth(Evaluation evaluation)
    {
        _evaluation = evaluation;
        Settle(evaluation.Site.Condition, truth: false);
    }

    /// <summary>Gives what a part evaluated to, or null if that is not known.</summary>
    public bool? Of(Part part) => _known.TryGetValue(part, out var truth) ? truth : null;

    /// <summary>Gives all that is known of a part.</summary>
    public OperandState StateOf(Part part)
    {
        if (Of(part) is { } truth)
            return truth ? OperandState.True : OperandState.False;
        if (_passedOver.Contains(part))
            return OperandState.NotEvaluated;
        return Reach.Of(part, _evaluation) switch
        {
            true => OperandState.Evaluated,
            false => OperandState.NotEvaluated,
            null => OperandState.Unknown,
        };
    }

    private void Settle(Part part, bool? truth)
    {
        truth ??= Kept(part);
        if (truth is { } known)
            _known[part] = known;
        switch (part)
        {
            case Part.Not not:
                Settle(not.Operand, !truth);
                break;
            case Part.Logical chain when truth == chain.IsAnd:
                SettleAll(chain.Operands, truth);
                break;
            case Part.Logical chain when truth is not null || Reach.Of(chain, _evaluation) == true:
                SettleStopped(chain, truth is not null);
                break;
            case Part.Choice choice:
                SettleChosen(choice, truth);
                break;
            case Part.Comparison comparison:
                SettleSides(comparison, truth);
                break;
            default:
                SettleAll(part.Parts, truth: null);
                break;
        }
    }

    private void SettleAll(IEnumerable<Part> parts, bool? truth)
    {
        foreach (var part in parts)
            Settle(part, truth);
    }

    /// <summary>Settles a chain that may have ended before its last operand: those before the end let it go on, those after it were passed over.</summary>
    private void SettleStopped(Part.Logical chain, bool hasStopped)
    {
        var (first, last) = EndOf(chain);
        var ends = chain.Operands.Take(first..(last + 1)).ToList();
        hasStopped |= last < chain.Operands.Count - 1;
        if (hasStopped)
            _known[chain] = !chain.IsAnd;

        SettleAll(chain.Operands.Take(first), chain.IsAnd);
        SettleAll(ends, hasStopped && ends.Count == 1 ? !chain.IsAnd : null);
        _passedOver.UnionWith(chain.Operands.Skip(last + 1));
    }

    /// <summary>Gives the first and the last operand that can be the last one evaluated.</summary>
    private (int First, int Last) EndOf(Part.Logical chain)
    {
        var reached = chain.Operands.Select(operand => Reach.Of(operand, _evaluation)).ToList();
        var first = Math.Max(reached.LastIndexOf(true), 0);
        var next = reached.IndexOf(false, first + 1);
        var last = next > first ? next - 1 : reached.Count - 1;
        return Kept(chain.Operands[first]) switch
        {
            { } truth when truth != chain.IsAnd => (first, first),
            { } => (Math.Min(first + 1, last), last),
            null => (first, last),
        };
    }

    /// <summary>Settles a choice: which branch was taken tells its condition, and the other was passed over.</summary>
    private void SettleChosen(Part.Choice choice, bool? truth)
    {
        var (whenTrue, whenFalse) = (Reach.Of(choice.WhenTrue, _evaluation), Reach.Of(choice.WhenFalse, _evaluation));
        var asked = Kept(choice.Condition)
            ?? (whenTrue == true || whenFalse == false ? true : whenFalse == true || whenTrue == false ? false : default(bool?))
            ?? (truth == !Kept(choice.WhenTrue) ? false : truth == !Kept(choice.WhenFalse) ? true : default(bool?));
        Settle(choice.Condition, asked);
        if (asked is { } taken)
        {
            Settle(taken ? choice.WhenTrue : choice.WhenFalse, truth);
            _passedOver.Add(taken ? choice.WhenFalse : choice.WhenTrue);
        }
    }

    /// <summary>Tells a side of a comparison of truths from the other side.</summary>
    private void SettleSides(Part.Comparison comparison, bool? truth)
    {
        var isEquality = comparison is { Operator: "==" or "!=", ReferenceType: null };
        var isSame = isEquality ? (comparison.Operator is "==") == truth : default(bool?);
        Settle(comparison.Left, Other(comparison.Left, Kept(comparison.Right), isSame));
        Settle(comparison.Right, Other(comparison.Right, Kept(comparison.Left), isSame));
    }

    // A call behind ?. gives neither true nor false.
    private static bool? Other(Part side, bool? other, bool? isSame) =>
        side is Part.Logical or Part.Not or Part.Comparison or Part.Match && isSame is { } same ? other == same : null;

    /// <summary>Gives a truth as it was kept, or as it follows from those within.</summary>
    private bool? Kept(Part part) => part switch
    {
        { Slot: { } slot } => _evaluation.Has(slot) ? _evaluation.Values[slot] as bool? : null,
        Part.Constant constant => constant.Known as bool?,
        Part.Not not => !Kept(not.Operand),
        Part.Logical chain when chain.Operands.Any(operand => Kept(operand) == !chain.IsAnd) => !chain.IsAnd,
        Part.Logical chain when chain.Operands.All(operand => Kept(operand) == chain.IsAnd) => chain.IsAnd,
        _ => null,
    };
}
