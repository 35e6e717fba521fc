using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Semantics;

/// <summary>
/// The statement <c>Assert(condition, message)</c>, which is no method: while it is written, the compiler takes it for a call of the
/// class <c>Xunit.Assert</c>.
/// </summary>
internal static class AssertStatement
{
    /// <summary>Its name.</summary>
    public const string Name = "Assert";

    /// <summary>How it is declared, if it were.</summary>
    public const string Declaration = "Assert(bool condition, object? message = null);";

    /// <summary>The namespace of the class of its name.</summary>
    public const string NamespaceOfClass = "Xunit";

    private static readonly string[] Written = ["condition", "message"];

    /// <summary>Whether a call is the statement.</summary>
    public static bool IsCall(InvocationExpressionSyntax call, SemanticModel model) =>
        call.Expression is IdentifierNameSyntax { Identifier.ValueText: Name } name
        && model.GetSymbolInfo(name) is var info
        && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is INamedTypeSymbol { ContainingNamespace.Name: NamespaceOfClass };

    /// <summary>The method that documents it.</summary>
    public static IReadOnlyList<IMethodSymbol> Methods(SemanticModel model) =>
        [.. model.Compilation.GetTypeByMetadataName("IpytestNet.Assertions.Check")?.GetMembers("That").OfType<IMethodSymbol>().Take(1) ?? []];

    /// <summary>Whether a symbol is that method.</summary>
    public static bool Is(ISymbol symbol) => symbol is IMethodSymbol
    {
        Name: "That",
        ContainingType: { Name: "Check", ContainingNamespace: { Name: "Assertions", ContainingNamespace.Name: "IpytestNet" } },
    };

    /// <summary>Whether a parameter of a method is one that a person may give.</summary>
    public static bool Takes(IMethodSymbol method, string parameter) => !Is(method) || Written.Contains(parameter, StringComparer.Ordinal);
}
