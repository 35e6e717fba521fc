using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>
/// Conditions that cannot throw: one that has begun comes to an outcome, so that the probes of its outcomes tell that it has begun,
/// and a loop has fewer of them to count.
/// </summary>
internal sealed class SafeConditions(SemanticModel model)
{
    private readonly bool _isChecked = model.Compilation.Options is CSharpCompilationOptions { CheckOverflow: true };

    /// <summary>Whether an expression cannot throw.</summary>
    public bool Contain(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax => true,
        ParenthesizedExpressionSyntax { Expression: var inner } => Contain(inner),
        IdentifierNameSyntax name => model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol { IsStatic: false } or IFieldSymbol { IsConst: true },
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand } => IsPlain(operand) && Contain(operand),
        IsPatternExpressionSyntax { Expression: var value, Pattern: var pattern } => IsPlain(pattern) && Contain(value),
        BinaryExpressionSyntax binary => Contain(binary),
        _ => false,
    };

    private bool Contain(BinaryExpressionSyntax binary) =>
        IsPlain(binary.Left) && IsPlain(binary.Right) && IsSafe(binary) && Contain(binary.Left) && Contain(binary.Right);

    private bool IsSafe(BinaryExpressionSyntax binary) => binary.Kind() switch
    {
        SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
            or SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression or SyntaxKind.ExclusiveOrExpression => true,
        SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression => !IsChecked(binary),
        SyntaxKind.ModuloExpression or SyntaxKind.DivideExpression => model.GetConstantValue(binary.Right) is { HasValue: true, Value: int and > 0 or long and > 0 },
        _ => false,
    };

    // Operators of other types may be anybody's.
    private bool IsPlain(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type is { } type
        && (type.TypeKind is TypeKind.Enum || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_Byte or SpecialType.System_SByte
            or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64
            or SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double);

    private static bool IsPlain(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax or RelationalPatternSyntax or DeclarationPatternSyntax or TypePatternSyntax => true,
        UnaryPatternSyntax { Pattern: var inner } => IsPlain(inner),
        BinaryPatternSyntax both => IsPlain(both.Left) && IsPlain(both.Right),
        ParenthesizedPatternSyntax { Pattern: var inner } => IsPlain(inner),
        _ => false,
    };

    private bool IsChecked(SyntaxNode node) => _isChecked || node.Ancestors().Any(around => around is CheckedStatementSyntax or CheckedExpressionSyntax);
}
