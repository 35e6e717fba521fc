using IpytestNet.Kernel.Semantics;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Inspections;

/// <summary>Writes declarations as C#, with names as short as they can be at a place.</summary>
/// <param name="model">What the compiler knows of the code.</param>
/// <param name="position">The place.</param>
internal sealed class Signatures(SemanticModel model, int position)
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance)
        .WithLocalOptions(SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    // What the class is called that holds a cell is nobody's business.
    private static readonly SymbolDisplayFormat OfNotebook = Format.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>The declaration of a symbol.</summary>
    public string Of(ISymbol symbol) => symbol switch
    {
        _ when AssertStatement.Is(symbol) => AssertStatement.Declaration,
        INamedTypeSymbol type => $"{Keyword(type)} {Text(symbol)}",
        IPropertySymbol property => $"{Text(symbol)} {{ {Accessors(property)}}}",
        IFieldSymbol { IsConst: true, ContainingType.TypeKind: not TypeKind.Enum } => $"const {Text(symbol)}",
        _ => Text(symbol),
    };

    private string Text(ISymbol symbol) => symbol switch
    {
        { ContainingType.IsScriptClass: true } => symbol.ToMinimalDisplayString(model, position, OfNotebook),
        INamespaceSymbol => $"namespace {symbol.ToDisplayString()}",
        _ => symbol.ToMinimalDisplayString(model, position, Format),
    };

    /// <summary>What a symbol is, with where it is from.</summary>
    public static string KindOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol { IsConst: true } => "Local constant",
        ILocalSymbol => "Local variable",
        IParameterSymbol => "Parameter",
        IRangeVariableSymbol => "Range variable",
        INamespaceSymbol => "Namespace",
        ITypeParameterSymbol => "Type parameter",
        _ when AssertStatement.Is(symbol) => "Statement of the notebook",
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => "Local function",
        IMethodSymbol { MethodKind: MethodKind.Constructor } => $"Constructor of {symbol.ContainingType.ToDisplayString()}",
        IMethodSymbol { IsExtensionMethod: true } => "Extension method" + Place(symbol),
        { ContainingType.IsScriptClass: true } => symbol switch
        {
            IMethodSymbol => "Function of the notebook",
            ITypeSymbol => "Type of the notebook",
            _ => "Variable of the notebook",
        },
        IMethodSymbol => "Method" + Place(symbol),
        IPropertySymbol { IsIndexer: true } => "Indexer" + Place(symbol),
        IPropertySymbol => "Property" + Place(symbol),
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "Member" + Place(symbol),
        IFieldSymbol { IsConst: true } => "Constant" + Place(symbol),
        IFieldSymbol => "Field" + Place(symbol),
        IEventSymbol => "Event" + Place(symbol),
        ITypeSymbol => "Type" + Place(symbol),
        _ => "",
    };

    private static string Keyword(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Struct => type.IsRecord ? "record struct" : "struct",
        TypeKind.Interface => "interface",
        TypeKind.Enum => "enum",
        TypeKind.Delegate => "delegate",
        _ => (type.IsStatic ? "static " : "") + (type.IsRecord ? "record" : "class"),
    };

    private static string Accessors(IPropertySymbol property) =>
        (property.GetMethod is null ? "" : "get; ")
        + (property.SetMethod is not { DeclaredAccessibility: not Accessibility.Private } setter ? "" : setter.IsInitOnly ? "init; " : "set; ");

    private static string Place(ISymbol symbol)
    {
        ISymbol? container = symbol.ContainingType is { IsScriptClass: false } type ? type : symbol.ContainingNamespace;
        return container is null or INamespaceSymbol { IsGlobalNamespace: true } ? "" : $" of {container.ToDisplayString()}";
    }
}
