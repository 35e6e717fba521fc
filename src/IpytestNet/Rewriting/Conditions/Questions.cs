using IpytestNet.Assertions.Conditions;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>Recognises calls whose answer can be explained.</summary>
internal static class Questions
{
    /// <summary>Gives the question that a call asks, or null.</summary>
    /// <param name="text">The call as the user wrote it.</param>
    /// <param name="method">The method.</param>
    /// <param name="operands">The receiver, if there is one, and the arguments.</param>
    /// <param name="observed">What is known of its predicate's calls.</param>
    public static Part? Ask(string text, IMethodSymbol method, IReadOnlyList<Part> operands, Observation? observed)
    {
        if (operands.Count == 0 || MeaningOf(method, operands.Count) is not { } meaning)
            return null;
        if (meaning is Asked.All or Asked.Any)
            return new Part.Question(text, meaning, operands[0], Right: null, [.. operands.Skip(1)]) { Method = method.Name, Observed = observed };
        // A comparer asks about two arguments.
        var first = meaning is Asked.Equal && operands.Count == 3 && IsComparer(method) ? 1 : 0;
        return operands.Count >= first + 2
            ? new Part.Question(
                text,
                meaning,
                Content(operands[first]),
                Content(operands[first + 1]),
                [.. operands.Take(first).Where(comparer => !IsByContent(comparer)), .. operands.Skip(first + 2)])
            : null;
    }

    private static Asked? MeaningOf(IMethodSymbol method, int operands) => method.ReturnType.SpecialType switch
    {
        SpecialType.System_Boolean => TruthOf(method, operands),
        SpecialType.System_Int32 => IsOrder(method) ? Asked.Order : null,
        _ => null,
    };

    private static Asked? TruthOf(IMethodSymbol method, int operands) => method.Name switch
    {
        "Equals" => Asked.Equal,
        "DeepEquals" when IsOfSystem(method) => Asked.Equal,
        "ReferenceEquals" when method.ContainingType.SpecialType is SpecialType.System_Object => Asked.Same,
        "SequenceEqual" => Asked.SequenceEqual,
        "SetEquals" => Asked.SetEqual,
        "IsSubsetOf" => Asked.Subset,
        "IsSupersetOf" => Asked.Superset,
        "Contains" or "ContainsKey" when IsOfSystem(method) => Asked.Contains,
        "StartsWith" when IsOfSystem(method) => Asked.StartsWith,
        "EndsWith" when IsOfSystem(method) => Asked.EndsWith,
        "All" or "TrueForAll" when IsOfSystem(method) && operands > 1 => Asked.All,
        "Any" or "Exists" when IsOfSystem(method) && operands > 1 => Asked.Any,
        _ => null,
    };

    // Of two whole strings, not of parts of them.
    private static bool IsOrder(IMethodSymbol method) =>
        method is { Name: "CompareTo" or "Compare" or "CompareOrdinal", ContainingType.SpecialType: SpecialType.System_String }
        && method.Parameters.All(parameter => parameter.Type.SpecialType is not SpecialType.System_Int32);

    private static bool IsComparer(IMethodSymbol method) =>
        method is { IsStatic: false, Name: "Equals", Parameters: [var first, var second] } && SymbolEqualityComparer.Default.Equals(first.Type, second.Type);

    // These find equal what a person would, part by part.
    private static bool IsByContent(Part comparer) =>
        comparer.Text.EndsWith("StructuralEqualityComparer", StringComparison.Ordinal) || comparer.Text.EndsWith(".Default", StringComparison.Ordinal);

    private static bool IsOfSystem(IMethodSymbol method)
    {
        var space = method.ContainingNamespace;
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space.Name is "System";
    }

    // Of a span over a whole array or text the array or text is what can be shown.
    private static Part Content(Part operand) =>
        operand is Part.Value { Slot: null, Inner: [{ Slot: not null } source] } && operand.Text.EndsWith(".AsSpan()", StringComparison.Ordinal) ? source : operand;
}
