using IpytestNet.Assertions.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

internal sealed partial class ConditionReader
{
    private Part[] Member(MemberAccessExpressionSyntax access, Use use)
    {
        if (access.IsKind(SyntaxKind.PointerMemberAccessExpression))
            return [Visit(access.Expression, Use.PartsOnly)];
        return [Receiver(access.Expression, _model.GetSymbolInfo(access).Symbol, [], use)];
    }

    private Part[] Element(ElementAccessExpressionSyntax access, Use use)
    {
        var indexer = _model.GetSymbolInfo(access).Symbol as IPropertySymbol;
        var receiver = Receiver(access.Expression, indexer, access.ArgumentList.Arguments, use);
        return [receiver, .. Arguments(access.ArgumentList, indexer?.Parameters ?? [])];
    }

    /// <summary>Reads what a member is taken from, or an extension method called on.</summary>
    /// <param name="receiver">The expression before the dot.</param>
    /// <param name="member">The member; null for elements of arrays and what only the runtime knows.</param>
    /// <param name="arguments">The arguments that are evaluated after it.</param>
    /// <param name="use">What the member itself is needed for.</param>
    private Part Receiver(ExpressionSyntax receiver, ISymbol? member, IEnumerable<ArgumentSyntax> arguments, Use use)
    {
        if (IsQualifier(receiver))
            return Opaque(receiver);
        if (member is IMethodSymbol { ReducedFrom: { } extension })
            return ExtensionReceiver(receiver, extension);
        if (_model.GetTypeInfo(receiver).Type is not { } type)
            return Visit(receiver, Use.PartsOnly);
        if (type.IsReferenceType || type.TypeKind is TypeKind.Dynamic || !ReceiverRule.IsVariable(receiver, _model))
            return Visit(receiver, Use.Value);
        if (NewerRoslyn.IsExtension(member?.ContainingType))
            return Visit(receiver, Use.Variable);
        // What a call refers to stays where it is.
        var copyWillDo = member is IFieldSymbol ? use is not Use.Variable && receiver is not InvocationExpressionSyntax : ReceiverRule.AllowsCopy(type, member, arguments, _model);
        return Visit(receiver, copyWillDo ? Use.Value : Use.Variable);
    }

    private Part ExtensionReceiver(ExpressionSyntax receiver, IMethodSymbol extension)
    {
        var parameter = extension.Parameters[0];
        if (ArgumentRule.IsQuoted(parameter, extension.Parameters))
            return Opaque(receiver);
        return Visit(receiver, parameter.RefKind is RefKind.None ? LazyOperands.UseOf(extension, parameter) : Use.Variable);
    }

    /// <summary>Reads <c>receiver?.A(x).B[y]</c>: what comes behind the question mark is part of the receiver, except for arguments.</summary>
    private Part[] Conditional(ConditionalAccessExpressionSyntax access)
    {
        var type = _model.GetTypeInfo(access.Expression).Type;
        var isValue = type is { IsReferenceType: true } || type?.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T || IsDynamic(access.Expression);
        var receiver = Visit(access.Expression, isValue ? Use.Value : Use.Variable);
        Part[] arguments = Branching(_ => Branch(() => Bindings(access.WhenNotNull).ToArray(), reached: null));
        return [receiver, .. arguments];
    }

    private IEnumerable<Part> Bindings(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax call => [.. Bindings(call.Expression), .. Arguments(call.ArgumentList, (_model.GetSymbolInfo(call).Symbol as IMethodSymbol)?.Parameters ?? [])],
        ElementAccessExpressionSyntax access => [.. Bindings(access.Expression), .. Arguments(access.ArgumentList, (_model.GetSymbolInfo(access).Symbol as IPropertySymbol)?.Parameters ?? [])],
        ElementBindingExpressionSyntax access => Arguments(access.ArgumentList, (_model.GetSymbolInfo(access).Symbol as IPropertySymbol)?.Parameters ?? []),
        MemberAccessExpressionSyntax access => Bindings(access.Expression),
        ConditionalAccessExpressionSyntax access => [.. Bindings(access.Expression), .. Bindings(access.WhenNotNull)],
        PostfixUnaryExpressionSyntax unary => Bindings(unary.Operand),
        _ => [],
    };
}
