using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>The truths that the truth of a part is made of.</summary>
internal static class Composition
{
    /// <summary>Lists the truths directly within a part, those within <c>!(…)</c> included; none if it is made of other values.</summary>
    public static IReadOnlyList<Part> Of(Part part) => part switch
    {
        Part.Logical chain => chain.Operands,
        Part.Choice choice => choice.Parts,
        Part.Not not => Of(not.Operand),
        Part.Comparison or Part.Value => [.. part.Parts.Where(IsTruth)],
        _ => [],
    };

    /// <summary>Lists those truths that made the part what it is.</summary>
    public static IReadOnlyList<Part> Deciding(Part part, Truth truth) => part switch
    {
        Part.Logical chain => [.. chain.Operands.Where(operand => truth.Of(operand) is { } known && known == truth.Of(chain))],
        Part.Choice choice => [.. choice.Parts.Skip(1).Where(branch => truth.Of(branch) is { } known && known == truth.Of(choice)).Select(branch => Telling(branch, choice))],
        Part.Not not => Deciding(not.Operand, truth),
        _ => [.. Of(part).Where(inner => truth.Of(inner) is not null)],
    };

    /// <summary>Lists the parts that made a part what it is and are not made of truths themselves.</summary>
    public static IEnumerable<Part> Deciders(Part part, Truth truth) => Deciding(part, truth) switch
    {
        [] => [part is Part.Not not ? Innermost(not) : part],
        var deciding => deciding.SelectMany(inner => Deciders(inner, truth)),
    };

    /// <summary>Tells whether a part is a truth by what it is.</summary>
    public static bool IsTruth(Part part) =>
        part is Part.Logical or Part.Not or Part.Comparison or Part.Match or Part.Choice or Part.Question { Meaning: not Asked.Order };

    // A branch that is a constant has nothing to tell but that it was taken.
    private static Part Telling(Part branch, Part.Choice choice) => branch is Part.Constant ? choice.Condition : branch;

    private static Part Innermost(Part.Not not) => not.Operand is Part.Not inner ? Innermost(inner) : not.Operand;
}
