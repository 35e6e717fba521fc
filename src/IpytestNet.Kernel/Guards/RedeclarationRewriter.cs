using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Guards;

/// <summary>
/// Marks where a cell has come past the declaration of a variable that an earlier cell declared too: until then the variable
/// has its earlier value for the cells that follow.
/// </summary>
internal sealed class RedeclarationRewriter : ICellRewriter
{
    private const string Reached = "global::IpytestNet.Kernel.Guards.CellGuard.Reached";

    /// <inheritdoc/>
    public IEnumerable<TextEdit> Rewrite(CellSyntax cell) =>
        // After the last statement nothing can fail any more, and it may lack its semicolon.
        from member in GuardRewriter.HasErrors(cell.Root) ? [] : cell.Root.Members.SkipLast(1)
        where VariablesOf(member).Any(cell.NotebookNames.Contains)
        select TextEdit.After(member, $" {Reached}({member.SpanStart});");

    /// <summary>The names of the notebook's variables that a statement of a cell declares.</summary>
    public static IEnumerable<string> VariablesOf(MemberDeclarationSyntax member) =>
        member is FieldDeclarationSyntax or GlobalStatementSyntax
            ? member.DescendantNodes(IsPartOfStatement).Select(Declared).Where(name => name.IsKind(SyntaxKind.IdentifierToken)).Select(name => name.ValueText)
            : [];

    // What a function or a block declares is its own.
    private static bool IsPartOfStatement(SyntaxNode node) => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BlockSyntax);

    private static SyntaxToken Declared(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        _ => default,
    };
}
