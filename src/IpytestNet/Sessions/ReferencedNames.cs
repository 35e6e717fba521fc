using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Sessions;

/// <summary>The names that a declaration may take from the notebook: by syntax, rather one too many than one too few.</summary>
internal static class ReferencedNames
{
    /// <summary>Gives the names that stand alone or before a dot, without the members of a type, which hide the notebook's names in it.</summary>
    public static IReadOnlySet<string> Of(MemberDeclarationSyntax declaration)
    {
        var names = declaration.DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Where(name => !IsMemberName(name) || (declaration is not TypeDeclarationSyntax && IsCalledOnAnother(name)))
            .Select(name => name.Identifier.ValueText)
            .ToHashSet(StringComparer.Ordinal);
        if (declaration is TypeDeclarationSyntax type)
            names.ExceptWith(type.Members.SelectMany(MemberNames));
        return names;
    }

    // It may be an extension of the notebook's. A type is not declared again, so there a guess would only warn wrongly.
    private static bool IsCalledOnAnother(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax }
            or MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax };

    private static bool IsMemberName(SimpleNameSyntax name) =>
        name.Parent is NameColonSyntax or NameEqualsSyntax or MemberBindingExpressionSyntax
        || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        || (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
        || (name.Parent is AssignmentExpressionSyntax { Parent.RawKind: (int)SyntaxKind.ObjectInitializerExpression } assignment && assignment.Left == name);

    private static IEnumerable<string> MemberNames(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        _ => [],
    };
}
