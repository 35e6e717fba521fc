using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>Looks up what can be named without a dot: of the cell, of the cells before, and of the namespaces in use.</summary>
/// <param name="model">What the compiler knows of the code.</param>
/// <param name="position">The place in the code.</param>
internal sealed class NameLookup(SemanticModel model, int position)
{
    /// <summary>All that an expression can begin with.</summary>
    public IEnumerable<ISymbol> Values() => model.LookupSymbols(position).Where(IsDeclaredHere);

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
