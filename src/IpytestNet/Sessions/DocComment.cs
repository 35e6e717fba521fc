using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Sessions;

/// <summary>The XML documentation comment of a function, of a type, or of a member of a type.</summary>
/// <param name="Name">The name, behind those of the types around it: <c>Stack.Push</c>.</param>
/// <param name="Text">The comment as it stands in the cell, with its slashes.</param>
/// <param name="Line">The 1-based line of the cell on which it begins.</param>
internal sealed record DocComment(string Name, string Text, int Line)
{
    /// <summary>The comments of a declaration and of what it contains, in their order.</summary>
    public static IEnumerable<DocComment> Of(MemberDeclarationSyntax declaration, string outer = "")
    {
        var name = outer + NameOf(declaration);
        foreach (var trivia in declaration.GetLeadingTrivia().Where(IsDocumentation))
            yield return new DocComment(name, trivia.ToFullString(), declaration.SyntaxTree.GetLineSpan(trivia.FullSpan).StartLinePosition.Line + 1);

        IEnumerable<MemberDeclarationSyntax> members = declaration switch
        {
            TypeDeclarationSyntax type => type.Members,
            EnumDeclarationSyntax type => type.Members,
            _ => [],
        };
        foreach (var comment in members.SelectMany(member => Of(member, name + ".")))
            yield return comment;
    }

    private static bool IsDocumentation(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static string NameOf(MemberDeclarationSyntax declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax @event => @event.Identifier.ValueText,
        EnumMemberDeclarationSyntax member => member.Identifier.ValueText,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        IndexerDeclarationSyntax => "this[]",
        OperatorDeclarationSyntax @operator => "operator" + @operator.OperatorToken.Text,
        ConversionOperatorDeclarationSyntax conversion => $"operator({conversion.Type})",
        _ => "member",
    };
}
