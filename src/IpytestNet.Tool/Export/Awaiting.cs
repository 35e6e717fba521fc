using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>Tells whether statements wait for something.</summary>
internal static class Awaiting
{
    /// <summary>Whether statements wait, those of functions within them not counted.</summary>
    public static bool In(string statements) => CSharpSyntaxTree.ParseText(statements, CellSyntax.ParseOptions).GetRoot()
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or TypeDeclarationSyntax))
        .Any(node => node is AwaitExpressionSyntax
            or CommonForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword }
            or UsingStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword }
            or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword });
}
