using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>Whether parts were evaluated, as told by the values that were kept within them.</summary>
internal static class Reach
{
    /// <summary>Tells whether the evaluation of a part began; null if nothing in it would have kept a value.</summary>
    public static bool? Of(Part part, Evaluation evaluation)
    {
        if (KeptWithin(part, evaluation))
            return true;
        return IsSureToKeep(part) ? false : null;
    }

    private static bool KeptWithin(Part part, Evaluation evaluation) =>
        evaluation.Has(part) || part.Parts.Any(inner => KeptWithin(inner, evaluation));

    /// <summary>Whether the evaluation of the part keeps a value, whatever is passed over in it.</summary>
    private static bool IsSureToKeep(Part part) => part switch
    {
        { Slot: not null } => true,
        Part.Not not => IsSureToKeep(not.Operand),
        Part.Match match => IsSureToKeep(match.Input),
        Part.Choice choice => IsSureToKeep(choice.Condition),
        Part.Logical or Part.Value => part.Parts is [var first, ..] && IsSureToKeep(first),
        _ => part.Parts.Any(IsSureToKeep),
    };
}
