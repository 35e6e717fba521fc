using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>The operands that a condition is decided by, under brackets, <c>!</c>, <c>&amp;&amp;</c> and <c>||</c>.</summary>
internal static class ConditionLeaves
{
    /// <summary>Lists them in the order in which they are evaluated.</summary>
    public static IReadOnlyList<ExpressionSyntax> Of(ExpressionSyntax condition, SemanticModel model)
    {
        var leaves = new List<ExpressionSyntax>();
        var waiting = new Stack<ExpressionSyntax>([condition]);
        while (waiting.TryPop(out var expression))
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax { Expression: var inner }:
                    waiting.Push(inner);
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand } when IsBool(operand, model):
                    waiting.Push(operand);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both when IsBool(both, model):
                    waiting.Push(both.Right);
                    waiting.Push(both.Left);
                    break;
                default:
                    leaves.Add(expression);
                    break;
            }
        }

        return leaves;
    }

    /// <summary>Whether the outcomes of one can be counted: what is constant has none, and what decides by an operator <c>true</c> keeps its type.</summary>
    public static bool CanBeCounted(ExpressionSyntax leaf, SemanticModel model) =>
        !model.GetConstantValue(leaf).HasValue && IsBoolAtLast(leaf, model);

    private static bool IsBool(ExpressionSyntax expression, SemanticModel model) => model.GetTypeInfo(expression).Type?.SpecialType is SpecialType.System_Boolean;

    private static bool IsBoolAtLast(ExpressionSyntax leaf, SemanticModel model) =>
        model.GetTypeInfo(leaf) is { Type: { TypeKind: not TypeKind.Dynamic } type, ConvertedType: { } converted }
        && (type.SpecialType is SpecialType.System_Boolean
            || (converted.SpecialType is SpecialType.System_Boolean && model.GetConversion(leaf) is { IsUserDefined: true, IsImplicit: true, MethodSymbol.MethodKind: MethodKind.Conversion }));
}
