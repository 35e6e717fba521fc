using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Compilation;

/// <summary>Makes the types of a loaded file public, so that cells, which are assemblies of their own, see those that are internal.</summary>
internal sealed class PublicTypesRewriter : ICellRewriter
{
    /// <inheritdoc/>
    public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => cell.Root
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
        .SelectMany(Publish);

    private static IEnumerable<TextEdit> Publish(MemberDeclarationSyntax type)
    {
        if (type.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.FileKeyword))
            return [];
        var @internal = type.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.InternalKeyword));
        if (@internal != default)
            return [TextEdit.Replace(@internal, "public")];
        var first = type.ChildTokens().Concat(type.Modifiers).OrderBy(token => token.SpanStart).First();
        return [TextEdit.Before(first, "public ")];
    }
}
