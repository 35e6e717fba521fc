using System.Text;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Kernel.Compilation;

/// <summary>A loaded file as the compiler gets it, and the way back.</summary>
/// <param name="File">The file.</param>
/// <param name="Steps">The rewritings that it has passed through, in order.</param>
internal sealed record RewrittenFile(LoadedFile File, IReadOnlyList<RewrittenText> Steps)
{
    /// <summary>How the files of projects are parsed.</summary>
    public static CSharpParseOptions ProjectOptions { get; } = CellSyntax.ParseOptions.WithKind(SourceCodeKind.Regular);

    /// <summary>The text to compile.</summary>
    public string Text => Steps[^1].Text;

    /// <summary>Passes a file through rewriters.</summary>
    public static RewrittenFile Of(LoadedFile file, IEnumerable<ICellRewriter> rewriters, IReadOnlySet<string> notebookNames)
    {
        // To a script, a namespace is an error of syntax.
        var syntax = file.IsOfProject
            ? new CellSyntax(CSharpSyntaxTree.ParseText(file.Text, ProjectOptions).GetCompilationUnitRoot(), SourceText.From(file.Text), new HashSet<string>(StringComparer.Ordinal))
            : new CellSyntax(file.Root, SourceText.From(file.Text), notebookNames);
        var all = file.IsOfProject ? rewriters.Prepend(new PublicTypesRewriter()) : rewriters;
        return new RewrittenFile(file, [EditComposer.Apply(file.Text, all.Select(rewriter => rewriter.Rewrite(syntax)))]);
    }

    /// <summary>Adds a step.</summary>
    public RewrittenFile Then(RewrittenText step) => this with { Steps = [.. Steps, step] };

    /// <summary>The syntax of a file of a project.</summary>
    public SyntaxTree ToTree() => CSharpSyntaxTree.ParseText(SourceText.From(Text, Encoding.UTF8), ProjectOptions, File.Path);

    /// <summary>Maps a position of <see cref="Text"/> to the file.</summary>
    public int ToOriginal(int position) => Steps.Reverse().Aggregate(position, (current, step) => step.ToOriginal(current));
}
