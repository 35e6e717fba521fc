using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Completion;

/// <summary>Looks up what can stand after a dot, or be named in an initializer.</summary>
/// <param name="model">What the compiler knows of the code.</param>
/// <param name="position">The place in the code; what is not accessible from there is left out.</param>
internal sealed class MemberLookup(SemanticModel model, int position)
{
    /// <summary>The members of a value, and the extension methods that apply to it.</summary>
    public IEnumerable<ISymbol> OfValue(CompletionPlace.OfValue place) => place switch
    {
        { IsBase: true } => model.LookupBaseMembers(position).Where(symbol => !symbol.IsStatic),
        { Type.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => [],
        _ => model.LookupSymbols(position, place.Type, includeReducedExtensionMethods: true).Where(IsOfValue),
    };

    /// <summary>The members of a type that need no value.</summary>
    public IEnumerable<ISymbol> OfType(CompletionPlace.OfType place) => place.TypesOnly
        ? model.LookupNamespacesAndTypes(position, place.Type)
        : model.LookupSymbols(position, place.Type).Where(symbol => symbol.IsStatic || symbol is ITypeSymbol);

    /// <summary>Both of them.</summary>
    public IEnumerable<ISymbol> OfValueOrType(CompletionPlace.OfValueOrType place) =>
        model.LookupSymbols(position, place.Type, includeReducedExtensionMethods: true);

    /// <summary>The types and namespaces of a namespace.</summary>
    public IEnumerable<ISymbol> OfNamespace(CompletionPlace.OfNamespace place) =>
        model.LookupNamespacesAndTypes(position, place.Namespace).Where(symbol => NameLookup.Fits(symbol, place.Use));

    /// <summary>The properties and fields that can be named.</summary>
    public IEnumerable<ISymbol> Named(CompletionPlace.Named place) => model.LookupSymbols(position, place.Type)
        .Where(symbol => !symbol.IsStatic && !place.Taken.Contains(symbol.Name) && (place.IsSet ? IsSettable(symbol) : symbol is IPropertySymbol or IFieldSymbol));

    private static bool IsOfValue(ISymbol symbol) => !symbol.IsStatic && symbol is not ITypeSymbol;

    // A collection that cannot be set can be filled: Items = { 1, 2 }.
    private static bool IsSettable(ISymbol symbol) => symbol switch
    {
        IPropertySymbol { IsIndexer: false } property => property.SetMethod is not null || IsFilled(property.Type),
        IFieldSymbol field => !field.IsReadOnly || IsFilled(field.Type),
        _ => false,
    };

    private static bool IsFilled(ITypeSymbol type) => type.SpecialType is not SpecialType.System_String
        && type.AllInterfaces.Any(implemented => implemented.SpecialType is SpecialType.System_Collections_IEnumerable)
        && type.TypeKind is not TypeKind.Array;
}
