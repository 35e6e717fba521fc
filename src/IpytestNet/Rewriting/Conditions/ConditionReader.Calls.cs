using System.Collections.Immutable;
using IpytestNet.Assertions.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

internal sealed partial class ConditionReader
{
    private Part Call(InvocationExpressionSyntax call)
    {
        if (_model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            return IsDynamic(call) ? Value(call, [.. Callee(call, method: null), .. Arguments(call.ArgumentList, [])]) : Opaque(call);
        var receiver = Callee(call, method);
        var observed = Predicates.Find(call, method, _model) is { } predicate ? Observe(predicate, method) : null;
        var arguments = Arguments(call.ArgumentList, method.Parameters, method);
        return Questions.Ask(TextOf(call), method, [.. receiver, .. arguments], observed) ?? Value(call, [.. receiver, .. arguments]);
    }

    private Part[] Callee(InvocationExpressionSyntax call, IMethodSymbol? method)
    {
        if (call.Expression is MemberAccessExpressionSyntax access && _model.GetSymbolInfo(access).Symbol is IMethodSymbol or null)
            return IsQualifier(access.Expression) ? [] : [Receiver(access.Expression, method, call.ArgumentList.Arguments, Use.Value)];
        // What is called by a name is no value; else it is a delegate.
        return _model.GetSymbolInfo(call.Expression).Symbol is IMethodSymbol or null ? [] : [Visit(call.Expression, Use.PartsOnly)];
    }

    private Part[] Arguments(BaseArgumentListSyntax list, ImmutableArray<IParameterSymbol> parameters, IMethodSymbol? method = null) =>
        [.. list.Arguments.Select((argument, index) => Argument(argument, ArgumentRule.ParameterOf(argument, index, parameters), parameters, method))];

    private Part Argument(ArgumentSyntax argument, IParameterSymbol? parameter, ImmutableArray<IParameterSymbol> parameters, IMethodSymbol? method)
    {
        if (ArgumentRule.UseOf(argument, parameter, parameters) is not { } use)
            return Opaque(argument.Expression);
        return Visit(argument.Expression, use is Use.Value && method is not null && parameter is not null ? LazyOperands.UseOf(method, parameter) : use);
    }

    private Observation? Observe(LambdaExpressionSyntax predicate, IMethodSymbol method)
    {
        var parameter = Predicates.ParameterOf(predicate)!;
        if (_model.GetDeclaredSymbol(parameter) is not { Type: { } type } || !TypeRule.Allows(type) || !captures.HasRoom(2))
            return null;
        var name = type.IsReferenceType || type.TypeKind is TypeKind.Dynamic ? TypeNames.Object : TypeNames.Of(type, _model, position);
        if (name is null)
            return null;
        var (last, calls) = captures.Observe(predicate.ExpressionBody!, parameter.Identifier.Text, name);
        return new Observation(method.Name, parameter.Identifier.ValueText, last, calls);
    }
}
