using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Rewriting;

/// <summary>A cell as rewriters see it.</summary>
/// <param name="Root">The syntax of the cell, parsed as a script.</param>
/// <param name="Text">The text of the cell, without its magic.</param>
/// <param name="NotebookNames">The names that earlier cells defined.</param>
public sealed record CellSyntax(CompilationUnitSyntax Root, SourceText Text, IReadOnlySet<string> NotebookNames)
{
    /// <summary>How cells are parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    /// <summary>The sources of packages that it names, blanked in the text.</summary>
    internal IReadOnlyList<SourceDirective> Sources { get; init; } = [];

    /// <summary>Takes code that is parsed already, of no notebook.</summary>
    /// <param name="root">The syntax of the code.</param>
    public static CellSyntax Of(CompilationUnitSyntax root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new CellSyntax(root, root.SyntaxTree.GetText(), new HashSet<string>(StringComparer.Ordinal));
    }

    /// <summary>Parses another text in the place of this one.</summary>
    internal CellSyntax With(string text)
    {
        var source = SourceText.From(text);
        var tree = CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)Root.SyntaxTree.Options);
        return this with { Root = tree.GetCompilationUnitRoot(), Text = source };
    }

    /// <summary>Parses a cell.</summary>
    /// <param name="text">The text of the cell, without its magic.</param>
    /// <param name="notebookNames">The names that earlier cells defined.</param>
    public static CellSyntax Parse(string text, IReadOnlySet<string> notebookNames)
    {
        var source = SourceText.From(text);
        var root = CSharpSyntaxTree.ParseText(source, ParseOptions).GetCompilationUnitRoot();
        var sources = SourceDirective.In(root).Where(directive => directive.Text is not null).ToList();
        return sources.Count == 0
            ? new CellSyntax(root, source, notebookNames)
            : Parse(SourceDirective.Blank(text, sources), notebookNames) with { Sources = sources };
    }
}
