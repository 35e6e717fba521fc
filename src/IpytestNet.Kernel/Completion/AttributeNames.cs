using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Completion;

/// <summary>The names of attributes as they are written, without <c>Attribute</c>.</summary>
internal static class AttributeNames
{
    private const string Ending = nameof(Attribute);

    /// <summary>Makes candidates of the types that are attributes, and of namespaces that may lead to some.</summary>
    public static IEnumerable<Candidate> Candidates(IEnumerable<ISymbol> symbols) => symbols
        .Where(symbol => symbol is INamespaceSymbol || (symbol is INamedTypeSymbol type && IsAttribute(type)))
        .Select(symbol => symbol is INamespaceSymbol
            ? new Candidate(SymbolCandidates.Escaped(symbol.Name), CompletionKind.Module, Tier.Common)
            : new Candidate(SymbolCandidates.Escaped(Written(symbol.Name)), CompletionKind.Class));

    private static string Written(string name) =>
        name.Length > Ending.Length && name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name;

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor is { Name: Ending, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }
}
