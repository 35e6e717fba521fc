using IpytestNet.Kernel.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Inspections;

/// <summary>Finds what stands at a place: the name at or just before it, else the method in whose arguments it is.</summary>
/// <param name="model">What the compiler knows of the code.</param>
internal sealed class SymbolFinder(SemanticModel model)
{
    /// <summary>Finds it, or gives null.</summary>
    public InspectedSymbols? At(int position)
    {
        var root = model.SyntaxTree.GetRoot();
        var token = root.FindToken(Math.Min(position, root.FullSpan.End));
        if (token.SpanStart >= position && !IsName(token))
            token = token.GetPreviousToken();
        return (token.Span.Start <= position && position <= token.Span.End ? OfToken(token) : null) ?? OfCall(token, position);
    }

    private static bool IsName(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKeyword();

    private InspectedSymbols? OfToken(SyntaxToken token) => token.Parent switch
    {
        SimpleNameSyntax name when name.Identifier == token => OfName(name),
        PredefinedTypeSyntax type => Of(model.GetSymbolInfo(type)),
        BaseObjectCreationExpressionSyntax creation when token.IsKind(SyntaxKind.NewKeyword) => OfCreation(creation),
        ThisExpressionSyntax or BaseExpressionSyntax => InspectedSymbols.Of(model.GetTypeInfo(token.Parent).Type, []),
        ConstructorInitializerSyntax initializer => Of(model.GetSymbolInfo(initializer)),
        { } declaration when token.IsKind(SyntaxKind.IdentifierToken) => InspectedSymbols.Of(model.GetDeclaredSymbol(declaration), []),
        _ => null,
    };

    private InspectedSymbols? OfName(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            QualifiedNameSyntax qualified when qualified.Right == name => qualified,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return whole.Parent switch
        {
            ObjectCreationExpressionSyntax creation when creation.Type == whole => OfCreation(creation),
            AttributeSyntax attribute => InspectedSymbols.Of(model.GetTypeInfo(attribute).Type, []),
            InvocationExpressionSyntax call when call.Expression == whole => OfCall(call),
            _ => Of(model.GetSymbolInfo(name), model.GetMemberGroup(name)),
        };
    }

    private InspectedSymbols? OfCall(InvocationExpressionSyntax call)
    {
        // The type behind the name of a delegate's variable says more than its Invoke.
        var info = model.GetSymbolInfo(call.Expression);
        return info.Symbol is not null and not IMethodSymbol && !AssertStatement.IsCall(call, model)
            ? InspectedSymbols.Of(info.Symbol, [])
            : InspectedSymbols.Of(info.Symbol as IMethodSymbol, [.. CalledMethods.Of(call, model)]);
    }

    private InspectedSymbols? OfCreation(BaseObjectCreationExpressionSyntax creation)
    {
        var type = model.GetTypeInfo(creation).Type;
        return InspectedSymbols.Of(model.GetSymbolInfo(creation).Symbol, CalledMethods.Of(creation, model)) ?? InspectedSymbols.Of(type, []);
    }

    private InspectedSymbols? OfCall(SyntaxToken token, int position)
    {
        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            if (node is BaseArgumentListSyntax or AttributeArgumentListSyntax && node.SpanStart < position && !IsBehind(node, position))
                return InspectedSymbols.Of(Chosen(node.Parent!), CalledMethods.Of(node.Parent, model));
        }

        return null;
    }

    private ISymbol? Chosen(SyntaxNode call) =>
        call is InvocationExpressionSyntax invocation && AssertStatement.IsCall(invocation, model) ? null : model.GetSymbolInfo(call).Symbol;

    private static bool IsBehind(SyntaxNode list, int position) => list.GetLastToken() is var last
        && last.Kind() is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken && last.Span.End <= position;

    private static InspectedSymbols? Of(SymbolInfo info, IEnumerable<ISymbol>? group = null) =>
        InspectedSymbols.Of(info.Symbol, [.. group ?? [], .. info.CandidateSymbols]);
}
