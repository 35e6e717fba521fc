using System.Text;
using IpytestNet.Coverage.Measuring;
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
    private const int MaxAttempts = 10;

    // What the rewriters write calls this.
    private static readonly PortableExecutableReference Engine = MetadataReference.CreateFromFile(typeof(ProjectCompiler).Assembly.Location);

    /// <summary>The measurement of the notebook's code.</summary>
    public required Func<CodeMeasurement> Coverage { get; init; }

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
        var measured = sources.Texts.Keys.ToHashSet(StringComparer.Ordinal);
        if (Coverage().Rewriter(lambdasBecomeBlocks: true) is { } coverage)
        {
            if (Measured(complete, [coverage, .. bound], measured, isGuarded: true) is { } build)
                return build;
            // Many a library is for a framework that is too old to know the guards, but has tests.
            if (Emit(complete, told) is { Problems: not [] } wrong)
                return wrong;
            if (Measured(complete, [Coverage().Rewriter(lambdasBecomeBlocks: false)!], measured, isGuarded: false) is { } unguarded)
                return unguarded;
        }

        // Where guarded code does not compile it is either not right in itself, or too old to know the guards.
        return Emit(Rewritten(complete, new BoundRewriting(bound), isGuarded: true).Compilation, told) is { Problems: [] } guarded ? guarded : Emit(complete, told);
    }

    private static SyntaxTree Parse(string text, string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), options, path);

    /// <summary>Compiles with probes; null if that cannot be.</summary>
    private ProjectBuild? Measured(CSharpCompilation complete, IReadOnlyList<IBoundRewriter> rewriters, HashSet<string> sources, bool isGuarded)
    {
        var bind = new BoundRewriting(rewriters);
        // What a probe does to warnings is nobody's error.
        var lenient = complete.WithOptions(complete.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress).WithSpecificDiagnosticOptions([]));
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var (compilation, texts) = Rewritten(lenient, bind, isGuarded, sources);
            var (build, problems) = TryEmit(compilation, []);
            if (problems.Count == 0)
                return build with { IsMeasured = true };
            // The first time, it is mostly the user's own error, or the guards are to blame.
            if (attempt == 0 && (HasErrors(complete) || (isGuarded && HasErrors(Rewritten(lenient, new BoundRewriting(bound), isGuarded).Compilation))))
                return null;
            if (!bind.LeaveOut(texts, problems))
                return null;
        }

        return null;
    }

    private (CSharpCompilation Compilation, Dictionary<string, RewrittenText> Texts) Rewritten(
        CSharpCompilation compilation, BoundRewriting bind, bool isGuarded, HashSet<string>? only = null)
    {
        var texts = new Dictionary<string, RewrittenText>(StringComparer.Ordinal);
        var sources = compilation.SyntaxTrees.Select(tree => isGuarded ? GuardedBySyntax(tree) : AsWritten(tree)).ToList();
        var guarded = isGuarded ? compilation.AddReferences(Engine) : compilation;
        guarded = guarded.RemoveAllSyntaxTrees().AddSyntaxTrees(sources.Select(source => source.Tree));
        var binding = guarded;
        foreach (var (code, tree) in sources.Where(source => isGuarded || only is null || only.Contains(source.Tree.FilePath)))
        {
            if (bind.Rewrite(code, tree, binding) is not { } text)
                continue;
            texts[tree.FilePath] = text;
            guarded = guarded.ReplaceSyntaxTree(tree, Parse(text.Text, tree.FilePath, (CSharpParseOptions)tree.Options));
        }

        return (guarded, texts);
    }

    private static bool HasErrors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);

    private static (SourceCode Code, SyntaxTree Tree) AsWritten(SyntaxTree tree) =>
        (new SourceCode(tree.FilePath, tree.GetText().ToString(), tree.GetRoot(), position => position), tree);

    private (SourceCode Code, SyntaxTree Tree) GuardedBySyntax(SyntaxTree tree)
    {
        var syntax = CellSyntax.Of(((CSharpSyntaxTree)tree).GetCompilationUnitRoot());
        var text = EditComposer.Apply(syntax.Text.ToString(), rewriters.Select(rewriter => rewriter.Rewrite(syntax)));
        return (new SourceCode(tree.FilePath, text.Text, syntax.Root, text.ToOriginal), Parse(text.Text, tree.FilePath, (CSharpParseOptions)tree.Options));
    }

    private static ProjectBuild Emit(CSharpCompilation compilation, IEnumerable<Diagnostic> told)
    {
        var (build, problems) = TryEmit(compilation, told);
        return build with { Problems = [.. problems.Select(problem => problem.ToCompilationProblem())] };
    }

    private static (ProjectBuild Build, IReadOnlyList<CellProblem> Problems) TryEmit(CSharpCompilation compilation, IEnumerable<Diagnostic> told)
    {
        using MemoryStream image = new(), symbols = new(), documentation = new();
        var result = compilation.Emit(image, symbols, documentation, options: FriendlyRelease.EmitOptions);
        return (new ProjectBuild(image.ToArray(), symbols.ToArray(), documentation.ToArray(), []), result.Success ? [] : CellProblem.Errors(told.Concat(result.Diagnostics)));
    }
}
