using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>Statements that leave a loop.</summary>
internal static class Jumps
{
    /// <summary>Lists the <c>break</c> statements that end a loop.</summary>
    public static IReadOnlyList<BreakStatementSyntax> BreaksOf(CommonForEachStatementSyntax loop) =>
        [.. loop.Statement.DescendantNodesAndSelf(IsOfLoop).OfType<BreakStatementSyntax>()];

    private static bool IsOfLoop(SyntaxNode node) => node
        is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
            or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax or ExpressionSyntax);
}
