using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>
/// Whether an expression is converted by its type alone, so that any other expression of the type is converted in the same way. A
/// literal, a lambda or a <c>new()</c> is converted by what it is.
/// </summary>
internal static class ConversionRule
{
    /// <summary>Whether the conversion of an expression depends on its type alone.</summary>
    public static bool Allows(ExpressionSyntax expression, SemanticModel model)
    {
        for (var node = expression; ; node = (ExpressionSyntax)node.Parent!)
        {
            if (!IsByType(model.GetConversion(node)))
                return false;
            if (node.Parent is not ParenthesizedExpressionSyntax)
                return true;
        }
    }

    /// <summary>Whether the operand of a cast may be captured, of which the compiler gives no conversion.</summary>
    public static bool AllowsCastOf(ExpressionSyntax operand) => operand switch
    {
        ParenthesizedExpressionSyntax parenthesized => AllowsCastOf(parenthesized.Expression),
        LiteralExpressionSyntax or AnonymousFunctionExpressionSyntax or TupleExpressionSyntax or InterpolatedStringExpressionSyntax
            or ConditionalExpressionSyntax or SwitchExpressionSyntax or ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax
            or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => false,
        _ => true,
    };

    private static bool IsByType(Conversion conversion) =>
        conversion.IsIdentity
        || conversion.IsReference
        || conversion.IsBoxing
        || conversion.IsUnboxing
        || conversion.IsNullable
        || conversion.IsDynamic
        || (conversion.IsNumeric && !conversion.IsConstantExpression)
        || (conversion.IsTupleConversion && !conversion.IsTupleLiteralConversion)
        || (conversion.IsUserDefined && TakesValue(conversion.MethodSymbol))
        // Roslyn's name of a conversion that came with C# 14.
        || conversion.ToString() is "ImplicitSpan";

    private static bool TakesValue(IMethodSymbol? operation) =>
        operation is null || operation.Parameters.All(parameter => parameter.RefKind is RefKind.None);
}
