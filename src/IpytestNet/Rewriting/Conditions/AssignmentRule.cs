using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>
/// Keeps the variables that a condition declares assigned for the code behind it: whether they are can depend on the truth of a part,
/// which is no longer seen through a call.
/// </summary>
internal static class AssignmentRule
{
    /// <summary>Whether an expression may become the argument of a call.</summary>
    public static bool Allows(ExpressionSyntax expression, ITypeSymbol? type) =>
        !(type?.SpecialType is SpecialType.System_Boolean || IsConditional(expression)) || !DeclaresVariables(expression);

    /// <summary>Whether an expression declares variables whose scope is wider than the expression.</summary>
    public static bool DeclaresVariables(SyntaxNode expression) => expression
        .DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or SwitchExpressionArmSyntax or QueryExpressionSyntax))
        .Any(node => node is SingleVariableDesignationSyntax);

    private static bool IsConditional(ExpressionSyntax expression) =>
        expression is ConditionalAccessExpressionSyntax || expression.IsKind(SyntaxKind.CoalesceExpression);
}
