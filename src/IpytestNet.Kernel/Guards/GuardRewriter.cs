using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Guards;

/// <summary>Puts a guard at every loop and at the entry of every function, so that a cell can be interrupted.</summary>
internal sealed class GuardRewriter : ICellRewriter
{
    private const string Check = "global::IpytestNet.Kernel.Guards.CellGuard.Check(); ";
    private const string CheckInLoop = "global::IpytestNet.Kernel.Guards.CellGuard.CheckInLoop(); ";
    private const string CheckAtEntry = "global::IpytestNet.Kernel.Guards.CellGuard.CheckAtEntry(out int _); ";
    private const string Enter = "global::IpytestNet.Kernel.Guards.CellGuard.Enter(out int _); ";
    private const string EnterWithinBudget = "global::IpytestNet.Kernel.Guards.CellGuard.EnterWithinBudget(); ";

    /// <inheritdoc/>
    public IEnumerable<TextEdit> Rewrite(CellSyntax cell) =>
        // What cannot compile needs no guards, and its errors stay what they are.
        HasErrors(cell.Root) ? [] : cell.Root.DescendantNodes().SelectMany(Guard);

    /// <summary>Whether code has errors of syntax.</summary>
    public static bool HasErrors(SyntaxNode root) =>
        root.ContainsDiagnostics && root.GetDiagnostics().Any(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);

    private static IEnumerable<TextEdit> Guard(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => Loop(loop.Statement),
        DoStatementSyntax loop => Loop(loop.Statement),
        ForStatementSyntax loop => Loop(loop.Statement),
        CommonForEachStatementSyntax loop => Loop(loop.Statement),
        LabeledStatementSyntax { Statement: not LabeledStatementSyntax } label => Label(label),
        MethodDeclarationSyntax function => Function(function.Body, function.ExpressionBody, function.SemicolonToken, function.Modifiers, function.ReturnType),
        // The compiler probes the stack in none that stands in a lambda of the cell.
        LocalFunctionStatementSyntax function => Function(function.Body, function.ExpressionBody, function.SemicolonToken, function.Modifiers, function.ReturnType, Enter),
        ConstructorDeclarationSyntax function => Function(function.Body, function.ExpressionBody, function.SemicolonToken, function.Modifiers, returnType: null),
        ConversionOperatorDeclarationSyntax function => Function(function.Body, function.ExpressionBody, function.SemicolonToken, function.Modifiers, function.Type),
        OperatorDeclarationSyntax function => Function(function.Body, function.ExpressionBody, function.SemicolonToken, function.Modifiers, function.ReturnType),
        AccessorDeclarationSyntax accessor => Accessor(accessor),
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } property => Getter(arrow, property.SemicolonToken),
        IndexerDeclarationSyntax { ExpressionBody: { } arrow } indexer => Getter(arrow, indexer.SemicolonToken),
        _ => [],
    };

    private static IEnumerable<TextEdit> Loop(StatementSyntax body)
    {
        if (body is BlockSyntax block)
            return Block(block, CheckInLoop);
        // Braces would make valid what cannot stand there.
        return body is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax
            ? []
            : [TextEdit.Before(body, "{ " + CheckInLoop), TextEdit.After(body, " }")];
    }

    private static IEnumerable<TextEdit> Label(LabeledStatementSyntax label) =>
        label.Ancestors().First(ancestor => ancestor is not LabeledStatementSyntax) is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
            ? [TextEdit.Before(label.Statement, Check)]
            : [];

    private static IEnumerable<TextEdit> Block(BlockSyntax block, string guard) =>
        [TextEdit.After(block.OpenBraceToken, " " + guard)];

    private static IEnumerable<TextEdit> Function(
        BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, SyntaxTokenList modifiers, TypeSyntax? returnType, string enter = CheckAtEntry)
    {
        var isAsync = modifiers.Any(SyntaxKind.AsyncKeyword);
        var guard = isAsync || IsIterator(body) ? EnterWithinBudget : enter;
        if (body is not null)
            return Block(body, guard);
        if (arrow is null)
            return [];
        return ReturnsValue(returnType, isAsync) is { } returns ? Arrow(arrow, semicolon, guard, returns) : [];
    }

    private static IEnumerable<TextEdit> Accessor(AccessorDeclarationSyntax accessor)
    {
        if (accessor.Body is { } body)
            return Block(body, IsIterator(body) ? EnterWithinBudget : CheckAtEntry);
        return accessor.ExpressionBody is { } arrow
            ? Arrow(arrow, accessor.SemicolonToken, CheckAtEntry, returns: accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
            : [];
    }

    private static IEnumerable<TextEdit> Getter(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon) =>
        Body(arrow, semicolon, "{ get { " + CheckAtEntry, returns: true, "; } }");

    private static IEnumerable<TextEdit> Arrow(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, string guard, bool returns) =>
        Body(arrow, semicolon, "{ " + guard, returns, "; }");

    private static IEnumerable<TextEdit> Body(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, string open, bool returns, string close)
    {
        // A semicolon may follow a semicolon, but not a body.
        if (semicolon.GetNextToken().IsKind(SyntaxKind.SemicolonToken))
            yield break;
        yield return TextEdit.Replace(arrow.ArrowToken, open);
        // On the line of the expression, which stack traces name.
        if (returns && arrow.Expression is not ThrowExpressionSyntax)
            yield return TextEdit.Before(arrow.Expression, "return ") with { Extent = arrow.Span.Length };
        yield return TextEdit.Replace(semicolon, close);
    }

    private static bool IsIterator(BlockSyntax? body) => body is not null && body
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node is YieldStatementSyntax);

    /// <summary>Whether the body of a function gives a value; null where the syntax does not tell.</summary>
    private static bool? ReturnsValue(TypeSyntax? returnType, bool isAsync)
    {
        var name = returnType is QualifiedNameSyntax qualified ? qualified.Right : returnType;
        return name switch
        {
            null or PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } => false,
            _ when !isAsync => true,
            GenericNameSyntax => true,
            IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } => false,
            _ => null,
        };
    }
}
