using System.Text;
using IpytestNet.Kernel.Compilation;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Kernel.Projects;

/// <summary>Compiles the sources of projects, so that changes of them are in a notebook within moments.</summary>
/// <param name="rewriters">What the sources pass through, so that their code can be interrupted as that of cells.</param>
/// <param name="bound">What they pass through when they are bound.</param>
/// <param name="nextCell">Gives the number of the cell that is compiled next.</param>
internal sealed class ProjectCompiler(IReadOnlyList<ICellRewriter> rewriters, IReadOnlyList<IBoundRewriter> bound, Func<int> nextCell)
{
    // What the rewriters write calls this.
    private static readonly PortableExecutableReference Engine = MetadataReference.CreateFromFile(typeof(ProjectCompiler).Assembly.Location);

    /// <summary>Compiles a project.</summary>
    /// <param name="sources">The project.</param>
    /// <param name="projects">The projects that it refers to, directly and through others.</param>
    public ProjectBuild Compile(ProjectSources sources, IReadOnlyList<ProjectModule> projects)
    {
        var options = sources.Arguments.ParseOptions;
        var plain = CSharpCompilation.Create(
            sources.Description.AssemblyName,
            [.. sources.Texts.Select(source => Parse(source.Value, source.Key, options)), FriendCells.Source(nextCell(), options)],
            [.. sources.Libraries, .. projects.Select(module => module.Code.Reference)],
            sources.Arguments.CompilationOptions
                .WithConcurrentBuild(false)
                .WithCryptoKeyFile(null).WithDelaySign(null).WithPublicSign(false)
                .WithXmlReferenceResolver(null)
                .Optimized());
        var (complete, told) = GeneratorRun.On(plain, sources.Arguments);
        // Where guarded code does not compile it is either not right in itself, or too old to know the guards.
        return Emit(Guarded(complete), told) is { Problems: [] } guarded ? guarded : Emit(complete, told);
    }

    private static SyntaxTree Parse(string text, string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), options, path);

    private CSharpCompilation Guarded(CSharpCompilation compilation)
    {
        var sources = compilation.SyntaxTrees.Select(GuardedBySyntax).ToList();
        var guarded = compilation.AddReferences(Engine).RemoveAllSyntaxTrees().AddSyntaxTrees(sources.Select(source => source.Tree));
        var bind = new BoundRewriting(bound);
        foreach (var (code, tree) in sources)
        {
            if (bind.Rewrite(code, tree, guarded) is { } text)
                guarded = guarded.ReplaceSyntaxTree(tree, Parse(text.Text, tree.FilePath, (CSharpParseOptions)tree.Options));
        }

        return guarded;
    }

    private (SourceCode Code, SyntaxTree Tree) GuardedBySyntax(SyntaxTree tree)
    {
        var syntax = CellSyntax.Of(((CSharpSyntaxTree)tree).GetCompilationUnitRoot());
        var text = EditComposer.Apply(syntax.Text.ToString(), rewriters.Select(rewriter => rewriter.Rewrite(syntax)));
        return (new SourceCode(tree.FilePath, text.Text, syntax.Root, text.ToOriginal), Parse(text.Text, tree.FilePath, (CSharpParseOptions)tree.Options));
    }

    private static ProjectBuild Emit(CSharpCompilation compilation, IEnumerable<Diagnostic> told)
    {
        using MemoryStream image = new(), symbols = new(), documentation = new();
        var result = compilation.Emit(image, symbols, documentation, options: FriendlyRelease.EmitOptions);
        var problems = result.Success ? [] : CellProblem.Errors(told.Concat(result.Diagnostics)).Select(problem => problem.ToCompilationProblem()).ToList();
        return new ProjectBuild(image.ToArray(), symbols.ToArray(), documentation.ToArray(), problems);
    }
}
