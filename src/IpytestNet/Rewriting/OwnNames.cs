using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Rewriting;

/// <summary>Where a name means something that the user declared in the cell.</summary>
internal static class OwnNames
{
    /// <summary>Gives the parts of a cell within which a declaration of the name counts.</summary>
    public static List<TextSpan> ScopesOf(SyntaxNode root, string name) =>
        root.DescendantNodes()
            .Where(node => DeclaredBy(node)?.ValueText == name)
            .Select(declaration => declaration.Ancestors().First(IsScope).Span)
            .ToList();

    private static SyntaxToken? DeclaredBy(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        BaseTypeDeclarationSyntax type => type.Identifier,
        DelegateDeclarationSyntax type => type.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        UsingDirectiveSyntax { Alias.Name: var alias } => alias.Identifier,
        _ => null,
    };

    private static bool IsScope(SyntaxNode node) =>
        node is BlockSyntax or SwitchSectionSyntax or ForStatementSyntax or AnonymousFunctionExpressionSyntax
            or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or TypeDeclarationSyntax or CompilationUnitSyntax;
}
