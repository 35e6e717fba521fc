using Microsoft.CodeAnalysis;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>Which types of values can be passed through a generic method and kept, and are worth showing.</summary>
internal static class TypeRule
{
    /// <summary>Whether values of the type may be captured.</summary>
    public static bool Allows(ITypeSymbol? type) => type switch
    {
        null or IErrorTypeSymbol or IPointerTypeSymbol or IFunctionPointerTypeSymbol => false,
        { IsRefLikeType: true } or { SpecialType: SpecialType.System_Void } => false,
        ITypeParameterSymbol parameter => !NewerRoslyn.AllowsRefLikeType(parameter),
        _ => !SaysNothing(type),
    };

    /// <summary>Whether a type is that of a sequence which may be lazy.</summary>
    public static bool IsSequence(ITypeSymbol? type) => type is INamedTypeSymbol named
        && (named.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
            || named is { Name: "IOrderedEnumerable", ContainingNamespace.Name: "Linq" });

    /// <summary>Whether a type is that of work which may not be done yet.</summary>
    // What a call gives to be awaited is work that has just begun; a variable may hold work that is done.
    public static bool IsAwaitable(ITypeSymbol type) =>
        type is { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable", ContainingNamespace.ContainingNamespace.Name: "Threading" or "Runtime" };

    private static bool SaysNothing(ITypeSymbol type) => type is { Name: "Index" or "Range", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        || type is { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } }
        || IsInlineArray(type);

    // It becomes a span of its own memory, which a copy has not.
    private static bool IsInlineArray(ITypeSymbol type) =>
        type.IsValueType && type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "InlineArrayAttribute");
}
