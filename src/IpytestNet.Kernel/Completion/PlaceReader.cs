using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>Reads from the syntax around the cursor what can stand there.</summary>
/// <param name="model">What the compiler knows of the marked code.</param>
/// <param name="code">The marked code.</param>
internal sealed class PlaceReader(SemanticModel model, MarkedCode code)
{
    private readonly SyntaxNode _root = model.SyntaxTree.GetRoot();
    private readonly ReceiverReader _receivers = new(model, code.Start);

    /// <summary>Reads the place.</summary>
    public CompletionPlace Read()
    {
        if (code.IsNumber || IsComment(_root.FindTrivia(code.Start)))
            return new CompletionPlace.Nothing();
        var token = _root.FindToken(code.Start, findInsideTrivia: true);
        if (token.ValueText is not MarkedCode.Marker || token.Parent?.FirstAncestorOrSelf<StructuredTriviaSyntax>() is not (null or SkippedTokensTriviaSyntax))
            return new CompletionPlace.Nothing();
        return token.Parent is SimpleNameSyntax name ? OfName(name, token) : OfToken(token);
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private CompletionPlace OfName(SimpleNameSyntax name, SyntaxToken token) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => _receivers.Read(access),
        QualifiedNameSyntax qualified when qualified.Right == name => _receivers.Read(qualified),
        AliasQualifiedNameSyntax alias when alias.Name == name => _receivers.Read(alias),
        MemberBindingExpressionSyntax binding => _receivers.Read(binding),
        AttributeSyntax attribute when attribute.Name == name => new CompletionPlace.TypeName(TypeUse.Attribute),
        UsingDirectiveSyntax { Alias: null, StaticKeyword.RawKind: 0 } => new CompletionPlace.TypeName(TypeUse.Namespace),
        BaseNamespaceDeclarationSyntax => new CompletionPlace.Nothing(),
        GotoStatementSyntax => new CompletionPlace.Label(),
        TypeConstraintSyntax => new CompletionPlace.TypeName(TypeUse.Constraint),
        _ when PreviousTokens.EndOperand(token) => new CompletionPlace.Continuation(),
        _ when InitializerNames.Find(name, model) is { } named => named,
        _ => Unqualified(name, token),
    };

    private static CompletionPlace Unqualified(SimpleNameSyntax name, SyntaxToken token)
    {
        if (PreviousTokens.OpenAttribute(token))
            return new CompletionPlace.TypeName(TypeUse.Attribute);
        if (IsMemberOfType(name))
            return new CompletionPlace.Member();
        if (PreviousTokens.BeginStatement(token))
            return new CompletionPlace.Statement(name);
        if (name.Parent is ObjectCreationExpressionSyntax creation && creation.Type == name)
            return new CompletionPlace.TypeName(TypeUse.Creation);
        return IsType(name) ? new CompletionPlace.TypeName(TypeUse.Any) : new CompletionPlace.Value(name);
    }

    // What is no name of its own is one that is declared, or stands in code that the parser has given up.
    private CompletionPlace OfToken(SyntaxToken token)
    {
        if (token.Parent is SkippedTokensTriviaSyntax && PreviousTokens.OpenAttribute(token))
            return new CompletionPlace.TypeName(TypeUse.Attribute);
        if (PreviousTokens.OpenAccessor(token))
            return new CompletionPlace.Accessor();
        if (token.Parent is SkippedTokensTriviaSyntax)
            return PreviousTokens.EndOperand(token) ? new CompletionPlace.Continuation() : new CompletionPlace.Value(null);
        return token.Parent is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } && PreviousTokens.EndOperand(token) && !IsType(declaration.Type)
            ? new CompletionPlace.Continuation()
            : new CompletionPlace.Nothing();
    }

    private bool IsType(TypeSyntax type) => type.IsVar || model.GetSymbolInfo(type).Symbol is ITypeSymbol;

    // After a modifier, or between the members of a type.
    private static bool IsMemberOfType(SimpleNameSyntax name) =>
        name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && (member.Parent is TypeDeclarationSyntax || member.Modifiers.Count > 0)
        && (member is IncompleteMemberSyntax || TypeOf(member) == name);

    private static TypeSyntax? TypeOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        BasePropertyDeclarationSyntax property => property.Type,
        BaseFieldDeclarationSyntax field => field.Declaration.Type,
        DelegateDeclarationSyntax type => type.ReturnType,
        _ => null,
    };

    private static bool IsType(SimpleNameSyntax name) => name.Parent switch
    {
        // A pattern may be a constant as well.
        TypePatternSyntax => false,
        BinaryExpressionSyntax test when test.IsKind(SyntaxKind.IsExpression) => false,
        VariableDeclarationSyntax declaration => declaration.Parent is FieldDeclarationSyntax or LocalDeclarationStatementSyntax,
        IncompleteMemberSyntax or MethodDeclarationSyntax => true,
        _ => SyntaxFacts.IsInTypeOnlyContext(name),
    };
}
