using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>Tells statements that can never run, as the compiler proves it. It is asked only where that is possible at all.</summary>
internal sealed class Reachability(SemanticModel model)
{
    private readonly Dictionary<StatementSyntax, bool> _known = [];

    /// <summary>Whether a statement can run; those around it are taken to.</summary>
    public bool IsReachable(StatementSyntax statement)
    {
        if (_known.TryGetValue(statement, out var known))
            return known;
        return _known[statement] = !MayBeUnreachable(statement) || Ask(statement);
    }

    private bool MayBeUnreachable(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => Follows(block.Statements, statement),
        SwitchSectionSyntax section => Follows(section.Statements, statement),
        GlobalStatementSyntax or LabeledStatementSyntax => false,
        IfStatementSyntax test => IsConstant(test.Condition),
        ElseClauseSyntax { Parent: IfStatementSyntax test } => IsConstant(test.Condition),
        WhileStatementSyntax loop => IsConstant(loop.Condition),
        ForStatementSyntax { Condition: { } condition } => IsConstant(condition),
        _ => false,
    };

    private bool IsConstant(ExpressionSyntax condition) => model.GetConstantValue(condition) is { HasValue: true, Value: bool };

    // What comes behind something simple runs if that does.
    private bool Follows(SyntaxList<StatementSyntax> statements, StatementSyntax statement)
    {
        var index = statements.IndexOf(statement);
        if (index <= 0)
            return statement.Parent is BlockSyntax block && MayBeUnreachable(block);
        var before = statements[index - 1];
        return before is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or EmptyStatementSyntax or YieldStatementSyntax { RawKind: (int)SyntaxKind.YieldReturnStatement })
            || !IsReachable(before);
    }

    private bool Ask(StatementSyntax statement)
    {
        try
        {
            return model.AnalyzeControlFlow(statement) is not { Succeeded: true, StartPointIsReachable: false };
        }
        catch (ArgumentException)
        {
            // It stands where the compiler does not analyse, as at the top of a cell.
            return true;
        }
    }
}
