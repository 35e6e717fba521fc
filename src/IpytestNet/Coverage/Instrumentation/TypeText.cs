using Microsoft.CodeAnalysis;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>Writes types in generated code.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Gives the name of a type that may be a type argument; null if it has none.</summary>
    /// <param name="type">The type.</param>
    /// <param name="model">What the compiler knows.</param>
    /// <param name="position">Where it is to be named.</param>
    public static string? Of(ITypeSymbol? type, SemanticModel model, int position)
    {
        if (type is null or IErrorTypeSymbol or IPointerTypeSymbol or IFunctionPointerTypeSymbol || type.IsRefLikeType || type.SpecialType is SpecialType.System_Void || HasAnonymous(type))
            return null;
        // A type of a cell is a member of the cell's class, which has no name.
        return IsOfScript(type) ? type.ToMinimalDisplayString(model, position) : type.ToDisplayString(Format);
    }

    private static bool IsOfScript(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsOfScript(array.ElementType),
        INamedTypeSymbol named => named.IsScriptClass
            || (named.ContainingType is { } outer && IsOfScript(outer))
            || named.TypeArguments.Any(IsOfScript),
        _ => false,
    };

    private static bool HasAnonymous(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasAnonymous(array.ElementType),
        INamedTypeSymbol named => named.IsAnonymousType || named.TypeArguments.Any(HasAnonymous),
        _ => false,
    };
}
