using IpytestNet.Coverage.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>Where control goes from a decision, for reports.</summary>
internal static class Destinations
{
    /// <summary>Gives the place at which a statement begins to run.</summary>
    public static int First(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: [var first, ..] } => First(NotGenerated(first)),
        LabeledStatementSyntax label => First(label.Statement),
        TryStatementSyntax attempt => First(attempt.Block),
        DoStatementSyntax loop => First(loop.Statement),
        _ => statement.SpanStart,
    };

    /// <summary>Gives the 1-based line at which control goes on behind a statement, or <see cref="BranchOutcome.Exit"/>.</summary>
    public static int? After(StatementSyntax statement)
    {
        for (SyntaxNode node = statement; ; node = node.Parent)
        {
            switch (node.Parent)
            {
                case BlockSyntax block when Next(block.Statements, node) is { } next:
                    return LineOf(First(next), node);
                case SwitchSectionSyntax section when Next(section.Statements, node) is { } next:
                    return LineOf(First(next), node);
                case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global:
                    var index = unit.Members.IndexOf(global) + 1;
                    return index < unit.Members.Count ? LineOf(unit.Members[index].SpanStart, node) : BranchOutcome.Exit;
                case WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax:
                    return LineOf(node.Parent.SpanStart, node);
                case DoStatementSyntax loop:
                    return LineOf(loop.WhileKeyword.SpanStart, node);
                case BlockSyntax { Parent: not (StatementSyntax or ElseClauseSyntax or SwitchSectionSyntax or CatchClauseSyntax or FinallyClauseSyntax) }:
                case null or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return BranchOutcome.Exit;
            }
        }
    }

    // Guards stand at the beginning of bodies.
    private static StatementSyntax NotGenerated(StatementSyntax first) =>
        first is ExpressionStatementSyntax { Parent: BlockSyntax { Statements: [_, var second, ..] } } guard && guard.ToString().StartsWith("global::IpytestNet.Kernel.Guards", StringComparison.Ordinal)
            ? second
            : first;

    private static StatementSyntax? Next(SyntaxList<StatementSyntax> statements, SyntaxNode node)
    {
        var next = statements.IndexOf((StatementSyntax)node) + 1;
        while (next < statements.Count && statements[next] is (LocalFunctionStatementSyntax or EmptyStatementSyntax))
            next++;
        return next < statements.Count ? statements[next] : null;
    }

    private static int LineOf(int position, SyntaxNode node) =>
        node.SyntaxTree.GetMappedLineSpan(new Microsoft.CodeAnalysis.Text.TextSpan(position, 0)).StartLinePosition.Line + 1;
}
