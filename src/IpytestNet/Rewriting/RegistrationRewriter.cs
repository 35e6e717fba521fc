using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting;

/// <summary>Puts the anchor before a cell's first statement, so that the session learns the cell's live object.</summary>
internal sealed class RegistrationRewriter(int token) : ICellRewriter
{
    /// <summary>What the names in generated code begin with.</summary>
    public const string Reserved = "__ipytest_";

    /// <summary>What the names of anchors begin with.</summary>
    public const string Prefix = $"{Reserved}anchor";

    /// <summary>The code of an anchor.</summary>
    public static string Anchor(int token) =>
        $"void {Prefix}{token}() {{ }} global::IpytestNet.Hosting.CellAnchor.Register({token}, (global::System.Action){Prefix}{token}); ";

    /// <inheritdoc/>
    public IEnumerable<TextEdit> Rewrite(CellSyntax cell) =>
        // Nothing may precede a file-scoped namespace, which is an error of its own in a cell.
        cell.Root.Members is [not FileScopedNamespaceDeclarationSyntax and var first, ..]
            ? [new TextEdit(first.SpanStart, 0, Anchor(token)) { Extent = int.MaxValue }]
            : [];
}
