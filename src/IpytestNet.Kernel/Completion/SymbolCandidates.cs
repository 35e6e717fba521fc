using IpytestNet.Kernel.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Completion;

/// <summary>Makes candidates of symbols, one for all overloads of a name.</summary>
/// <param name="model">What the compiler knows of the code.</param>
/// <param name="position">The place in the code, by which signatures are as short as they can be.</param>
internal sealed class SymbolCandidates(SemanticModel model, int position)
{
    private static readonly SymbolDisplayFormat Declaration = SymbolDisplayFormat.MinimallyQualifiedFormat
        .RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)
        .WithKindOptions(SymbolDisplayKindOptions.None);

    /// <summary>Makes candidates of those that a person would write.</summary>
    public IEnumerable<Candidate> Of(IEnumerable<ISymbol> symbols) => symbols
        .Where(SymbolVisibility.IsWritten)
        .GroupBy(symbol => symbol.Name, StringComparer.Ordinal)
        .Select(group => Of(group.Key, [.. group]));

    /// <summary>Writes a name so that it is no keyword.</summary>
    public static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None ? name : "@" + name;

    private Candidate Of(string name, IReadOnlyList<ISymbol> overloads) => new(Escaped(name), KindOf(overloads[0]), overloads.Min(TierOf))
    {
        Signature = () => SignatureOf(overloads),
        IsHidden = () => overloads.All(SymbolVisibility.IsHidden),
    };

    private static CompletionKind KindOf(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => CompletionKind.Module,
        ITypeSymbol => CompletionKind.Class,
        IAliasSymbol alias => KindOf(alias.Target),
        IMethodSymbol => CompletionKind.Function,
        IPropertySymbol => CompletionKind.Property,
        IParameterSymbol => CompletionKind.Param,
        _ => CompletionKind.Instance,
    };

    private static Tier TierOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => Tier.Near,
        INamespaceSymbol or IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => Tier.Common,
        { ContainingType.SpecialType: SpecialType.System_Object } => Tier.Common,
        { ContainingType.IsScriptClass: true } => Tier.Near,
        IMethodSymbol { OverriddenMethod: { } overridden } => TierOf(overridden),
        _ => Tier.Usual,
    };

    private string? SignatureOf(IReadOnlyList<ISymbol> overloads) => overloads[0] switch
    {
        IMethodSymbol => Text(overloads.OfType<IMethodSymbol>().MinBy(method => method.Parameters.Length)!)
            + (overloads.Count > 1 ? $" (+ {overloads.Count - 1} overload{(overloads.Count > 2 ? "s" : "")})" : ""),
        IPropertySymbol property => Text(property.Type),
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => null,
        IFieldSymbol field => Text(field.Type),
        ILocalSymbol local => Text(local.Type),
        IParameterSymbol parameter => Text(parameter.Type),
        IEventSymbol @event => Text(@event.Type),
        _ => null,
    };

    private string Text(ISymbol symbol) => symbol.ToMinimalDisplayString(model, position, Declaration);
}
