using System.Text;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Kernel.Compilation;

/// <summary>A loaded file as the compiler gets it, and the way back.</summary>
/// <param name="File">The file.</param>
/// <param name="Syntax">What the rules of the user have made of it.</param>
/// <param name="Ruled">Their edits, or null if there are none.</param>
/// <param name="Steps">The rewritings that it has passed through then, in order.</param>
internal sealed record RewrittenFile(LoadedFile File, CellSyntax Syntax, RewrittenText? Ruled, IReadOnlyList<RewrittenText> Steps)
{
    /// <summary>How the files of projects are parsed.</summary>
    public static CSharpParseOptions ProjectOptions { get; } = CellSyntax.ParseOptions.WithKind(SourceCodeKind.Regular);

    /// <summary>The text to compile.</summary>
    public string Text => Steps[^1].Text;

    /// <summary>Passes a file through the user's rewriters, then through the library's.</summary>
    public static RewrittenFile Of(LoadedFile file, IEnumerable<ICellRewriter> ofUser, IEnumerable<ICellRewriter> ofHost, IReadOnlySet<string> notebookNames)
    {
        // To a script, a namespace is an error of syntax.
        var syntax = file.IsOfProject
            ? new CellSyntax(CSharpSyntaxTree.ParseText(file.Text, ProjectOptions).GetCompilationUnitRoot(), SourceText.From(file.Text), new HashSet<string>(StringComparer.Ordinal))
            : new CellSyntax(file.Root, SourceText.From(file.Text), notebookNames);
        var ruled = UserRules.Apply(syntax, ofUser);
        if (ruled is not null)
            syntax = syntax.With(ruled.Text);
        var all = file.IsOfProject ? ofHost.Prepend(new PublicTypesRewriter()) : ofHost;
        var rewritten = EditComposer.Apply(syntax.Text.ToString(), all.Select(rewriter => rewriter.Rewrite(syntax)));
        return new RewrittenFile(file, syntax, ruled, [rewritten]);
    }

    /// <summary>The file on its way to the compiler.</summary>
    public SourceCode ToSource() => new(File.Path, Text, Syntax.Root, ToSyntax);

    /// <summary>Adds a step.</summary>
    public RewrittenFile Then(RewrittenText step) => this with { Steps = [.. Steps, step] };

    /// <summary>The syntax of a file of a project.</summary>
    public SyntaxTree ToTree() => CSharpSyntaxTree.ParseText(SourceText.From(Text, Encoding.UTF8), ProjectOptions, File.Path);

    /// <summary>Maps a position of <see cref="Text"/> to the file.</summary>
    public int ToOriginal(int position) => Ruled?.ToOriginal(ToSyntax(position)) ?? ToSyntax(position);

    private int ToSyntax(int position) => Steps.Reverse().Aggregate(position, (current, step) => step.ToOriginal(current));
}
