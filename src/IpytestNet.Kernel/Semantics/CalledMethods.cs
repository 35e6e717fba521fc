using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Semantics;

/// <summary>The methods that a call may mean while its arguments are not finished.</summary>
internal static class CalledMethods
{
    /// <summary>Gives the overloads of what a node calls; none if it is no call.</summary>
    public static IReadOnlyList<IMethodSymbol> Of(SyntaxNode? call, SemanticModel model) => call switch
    {
        InvocationExpressionSyntax invocation => OfInvocation(invocation, model),
        BaseObjectCreationExpressionSyntax creation => Constructors(model.GetTypeInfo(creation).Type, creation, model),
        PrimaryConstructorBaseTypeSyntax @base => Constructors(model.GetTypeInfo(@base.Type).Type, @base, model),
        ElementAccessExpressionSyntax => [],
        ConstructorInitializerSyntax initializer => Found(model.GetSymbolInfo(initializer)),
        AttributeSyntax attribute => Constructors(model.GetTypeInfo(attribute).Type, attribute, model),
        _ => [],
    };

    private static IReadOnlyList<IMethodSymbol> OfInvocation(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (AssertStatement.IsCall(call, model))
            return AssertStatement.Methods(model);
        if (model.GetTypeInfo(call.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
            return [invoke];
        var group = model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>().ToList();
        return group.Count > 0 ? group : Found(model.GetSymbolInfo(call));
    }

    private static IReadOnlyList<IMethodSymbol> Found(SymbolInfo info) =>
        info.Symbol is IMethodSymbol method ? [method] : [.. info.CandidateSymbols.OfType<IMethodSymbol>()];

    private static IReadOnlyList<IMethodSymbol> Constructors(ITypeSymbol? type, SyntaxNode place, SemanticModel model) =>
        type is INamedTypeSymbol { TypeKind: not TypeKind.Error } named
            ? [.. named.InstanceConstructors.Where(constructor => model.IsAccessible(place.SpanStart, constructor))]
            : [];
}
