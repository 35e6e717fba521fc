using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>
/// Keeps calls on the variables of structs calls on the variables: a method gets its struct by address, so that a copy in its place
/// would take the changes, or miss those that an argument makes.
/// </summary>
internal static class ReceiverRule
{
    /// <summary>Whether a copy of a receiver that is a variable would do.</summary>
    /// <param name="type">The type of the receiver, no reference.</param>
    /// <param name="member">The member.</param>
    /// <param name="arguments">The arguments that are evaluated after the receiver.</param>
    /// <param name="model">What the compiler knows.</param>
    public static bool AllowsCopy(ITypeSymbol type, ISymbol? member, IEnumerable<ArgumentSyntax> arguments, SemanticModel model) =>
        (IsImmutable(type) || IsReadOnly(member)) && arguments.All(argument => IsHarmless(argument.Expression, model));

    /// <summary>Whether an expression is a variable rather than a value.</summary>
    public static bool IsVariable(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ParenthesizedExpressionSyntax inner => IsVariable(inner.Expression, model),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => IsVariable(inner.Operand, model),
        RefValueExpressionSyntax => true,
        PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PointerIndirectionExpression),
        ThisExpressionSyntax or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => true,
        ConditionalExpressionSyntax conditional => conditional.WhenTrue is RefExpressionSyntax,
        AssignmentExpressionSyntax assignment => assignment.Right is RefExpressionSyntax,
        _ => model.GetSymbolInfo(expression).Symbol switch
        {
            ILocalSymbol or IParameterSymbol or IFieldSymbol => true,
            IPropertySymbol property => property.ReturnsByRef || property.ReturnsByRefReadonly,
            IMethodSymbol method => method.ReturnsByRef || method.ReturnsByRefReadonly,
            _ => expression is ElementAccessExpressionSyntax,
        },
    };

    /// <summary>Whether no member can change a value of the type, or what is changed is behind a reference.</summary>
    public static bool IsImmutable(ITypeSymbol? type) => type switch
    {
        null => false,
        { IsReferenceType: true } or { TypeKind: TypeKind.Enum or TypeKind.Dynamic } => true,
        // Their members call those of what they hold.
        INamedTypeSymbol { IsTupleType: true } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } =>
            ((INamedTypeSymbol)type).TypeArguments.All(IsImmutable),
        _ => type.IsReadOnly || type.SpecialType is not SpecialType.None,
    };

    private static bool IsReadOnly(ISymbol? member) =>
        member is IMethodSymbol { IsReadOnly: true } or IPropertySymbol { GetMethod.IsReadOnly: true };

    private static bool IsHarmless(ExpressionSyntax argument, SemanticModel model) => argument.DescendantNodesAndSelf().All(node => node switch
    {
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => false,
        LiteralExpressionSyntax or ParenthesizedExpressionSyntax or TypeSyntax and not SimpleNameSyntax => true,
        MemberAccessExpressionSyntax or SimpleNameSyntax => model.GetSymbolInfo(node).Symbol is not IPropertySymbol { DeclaringSyntaxReferences.Length: > 0 },
        BinaryExpressionSyntax => model.GetSymbolInfo(node).Symbol is not IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator },
        CastExpressionSyntax => model.GetSymbolInfo(node).Symbol is not IMethodSymbol { MethodKind: MethodKind.Conversion },
        AnonymousFunctionExpressionSyntax => true,
        _ => node.Ancestors().TakeWhile(ancestor => ancestor != argument.Parent).Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax),
    });
}
