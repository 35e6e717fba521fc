using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Inspections;

/// <summary>What stands at a place of a cell.</summary>
/// <param name="Main">What is meant, or most likely meant.</param>
/// <param name="Overloads">The others of its name.</param>
internal sealed record InspectedSymbols(ISymbol Main, IReadOnlyList<ISymbol> Overloads)
{
    /// <summary>Takes what the compiler has found; null if that is nothing.</summary>
    /// <param name="chosen">What is meant, if that is clear.</param>
    /// <param name="all">All that could be.</param>
    public static InspectedSymbols? Of(ISymbol? chosen, IEnumerable<ISymbol> all)
    {
        var symbols = all.Where(symbol => symbol is not (ITypeSymbol { TypeKind: TypeKind.Error })).ToList();
        var main = chosen is null or ITypeSymbol { TypeKind: TypeKind.Error } ? symbols.FirstOrDefault() : chosen;
        return main is null ? null : new InspectedSymbols(main, [.. symbols.Where(symbol => !AreSame(symbol, main))]);
    }

    // The compiler gives the chosen one with its type arguments, the others as they are declared.
    private static bool AreSame(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(Definition(one), Definition(other));

    private static ISymbol Definition(ISymbol symbol) => (symbol is IMethodSymbol { ReducedFrom: { } from } ? from : symbol).OriginalDefinition;
}
