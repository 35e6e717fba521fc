using System.ComponentModel;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Semantics;

/// <summary>What a person wants to see of what the compiler knows.</summary>
internal static class SymbolVisibility
{
    /// <summary>Whether a symbol is something that a person would write: no operator, accessor or generated member.</summary>
    public static bool IsWritten(this ISymbol symbol) =>
        symbol.CanBeReferencedByName
        && (!symbol.IsImplicitlyDeclared || symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } or IParameterSymbol)
        && symbol is not IMethodSymbol
        {
            MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction or MethodKind.DelegateInvoke),
        }
        && !symbol.Name.StartsWith(RegistrationRewriter.Reserved, StringComparison.Ordinal)
        && !symbol.Name.Contains('<', StringComparison.Ordinal);

    /// <summary>Whether its author has hidden a symbol from editors.</summary>
    public static bool IsHidden(this ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: nameof(EditorBrowsableAttribute) }
        && attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);
}
