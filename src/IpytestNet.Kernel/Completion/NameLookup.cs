using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>Looks up what can be named without a dot: of the cell, of the cells before, and of the namespaces in use.</summary>
/// <param name="model">What the compiler knows of the code.</param>
/// <param name="position">The place in the code.</param>
internal sealed class NameLookup(SemanticModel model, int position)
{
    /// <summary>All that an expression can begin with.</summary>
    public IEnumerable<ISymbol> Values()
    {
        var holder = model.GetEnclosingSymbol(position) is { IsStatic: true } function ? function.ContainingType : null;
        return model.LookupSymbols(position).Where(symbol => IsDeclaredHere(symbol) && !(holder is not null && NeedsValue(symbol, holder)));
    }

    /// <summary>The labels that a <c>goto</c> can name.</summary>
    public IEnumerable<ISymbol> Labels() => model.LookupLabels(position);

    /// <summary>Types, and namespaces that lead to them.</summary>
    public IEnumerable<ISymbol> Types(TypeUse use) => model.LookupNamespacesAndTypes(position).Where(symbol => Fits(symbol, use));

    /// <summary>Whether a name means a type of a namespace.</summary>
    public bool Means(string name, string space) =>
        model.LookupSymbols(position, name: name) is [INamedTypeSymbol { ContainingNamespace: var found }] && found.ToDisplayString() == space;

    /// <summary>Whether a type or namespace is of use.</summary>
    public static bool Fits(ISymbol symbol, TypeUse use) => use switch
    {
        TypeUse.Namespace => symbol is INamespaceSymbol,
        TypeUse.Creation => symbol is not (INamedTypeSymbol { IsStatic: true } or INamedTypeSymbol { TypeKind: TypeKind.Interface }),
        TypeUse.Attribute => symbol is INamespaceSymbol or INamedTypeSymbol { IsAbstract: false },
        _ => true,
    };

    /// <summary>Whether a symbol is a member of an object that a static function does not have.</summary>
    private static bool NeedsValue(ISymbol symbol, INamedTypeSymbol holder) =>
        symbol is { IsStatic: false, ContainingType: { IsScriptClass: false } type }
        && symbol is IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
        && InheritsFrom(holder, type);

    private static bool InheritsFrom(INamedTypeSymbol? type, INamedTypeSymbol ancestor)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, ancestor))
                return true;
        }

        return false;
    }

    // A local is in scope before its declaration, and in its own initial value, but cannot be used there.
    private bool IsDeclaredHere(ISymbol symbol)
    {
        if (symbol is not (ILocalSymbol or IFieldSymbol) || symbol.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != model.SyntaxTree)
            return true;
        if (symbol is ILocalSymbol && reference.Span.Start > position)
            return false;
        return reference.GetSyntax() is not VariableDeclaratorSyntax || !reference.Span.Contains(position);
    }
}
