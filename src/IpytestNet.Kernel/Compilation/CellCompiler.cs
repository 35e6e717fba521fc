using System.Reflection;
using System.Text;
using IpytestNet.Hosting;
using IpytestNet.Rewriting;
using IpytestNet.Sessions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Kernel.Compilation;

/// <summary>Compiles cells as a chain of script submissions, each of which sees those before it.</summary>
internal sealed class CellCompiler
{
    private readonly CellLoadContext _loadContext = new();
    private readonly FileResolver _sources;
    private readonly Dictionary<string, RewrittenFile> _files = new(StringComparer.Ordinal);
    private readonly LibraryCompiler _libraries;
    private CSharpCompilation? _previous;
    private int _slots = 1;
    private int _count;

    /// <param name="folders">The folders that relative paths in cells start from.</param>
    public CellCompiler(Func<IReadOnlyList<string>> folders)
    {
        _sources = new FileResolver(folders);
        _libraries = new LibraryCompiler(_loadContext);
    }

    /// <summary>The number of places that the array of live submissions needs.</summary>
    public int Slots => _slots;

    /// <summary>Reads the files that a cell loads, and compiles those of projects into a library of their own.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="rewriters">What the files pass through.</param>
    /// <param name="refine">As in <see cref="Compile"/>.</param>
    /// <exception cref="CompilationException">The library does not compile.</exception>
    public IReadOnlyList<CellSource> Load(CellSyntax cell, IReadOnlyList<ICellRewriter> rewriters, Func<SemanticModel, RewrittenText?> refine)
    {
        var files = LoadedFile.ReadAll(cell.Root, _sources);
        foreach (var file in files)
        {
            var rewritten = RewrittenFile.Of(file, rewriters, cell.NotebookNames);
            _files[file.Path] = rewritten;
            // The library has what it says; to the cell it says nothing.
            _sources.Rewrite(file.Path, file.IsOfProject ? "" : rewritten.Text);
        }

        var library = LibraryOf(files.Where(file => file.IsOfProject).ToArray(), refine);
        return [.. files.Select(file => new CellSource(file.Path, file.Root) { Library = file.IsOfProject ? library : null })];
    }

    /// <summary>Compiles a cell's code and, if that succeeds, makes it the newest of the chain.</summary>
    /// <param name="path">What stack traces and errors call the cell.</param>
    /// <param name="code">The code.</param>
    /// <param name="refine">Rewrites the code once more with what the compiler knows of it, or gives null where there is nothing to do.</param>
    public CompiledCell Compile(string path, string code, Func<SemanticModel, RewrittenText?> refine)
    {
        var tree = Parse(path, code);
        var compilation = Create(tree);
        if (RefineFiles(compilation, tree, refine))
            compilation = Create(tree);
        if (refine(compilation.GetSemanticModel(tree)) is not { } refined)
            return InFiles(Finish(compilation, tree));
        var refinedTree = Parse(path, refined.Text);
        var result = InFiles(Finish(compilation.ReplaceSyntaxTree(tree, refinedTree), refinedTree));
        return result is CompiledCell.Rejected rejected
            ? new CompiledCell.Rejected([.. rejected.Problems.Select(problem => problem.Tree == path ? problem.In(refined) : problem)])
            : result;
    }

    /// <summary>Binds an expression without making it part of the chain.</summary>
    public CompiledCell CompileAside(string path, string code) => Emit(Create(Parse(path, code)), hasValue: true, aside: true);

    private static SyntaxTree Parse(string path, string code) => CSharpSyntaxTree.ParseText(
        SourceText.From(code, Encoding.UTF8), CellSyntax.ParseOptions, path);

    // The value of a cell is its last expression without a semicolon, unless that gives none, or what it returns.
    private static bool HasValue(CSharpCompilation compilation, SyntaxTree tree)
    {
        var members = tree.GetCompilationUnitRoot().Members;
        return (members is [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }]
                && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type?.SpecialType is not SpecialType.System_Void)
            || members.OfType<GlobalStatementSyntax>().Any(Returns);
    }

    private static bool Returns(GlobalStatementSyntax statement) => statement
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node is ReturnStatementSyntax { Expression: not null });

    private Assembly? LibraryOf(LoadedFile[] files, Func<SemanticModel, RewrittenText?> refine)
    {
        if (files.Length == 0)
            return null;
        var (assembly, problems) = _libraries.Compile(files, _files, References(), refine);
        return assembly ?? throw new CompilationException([.. problems.Select(InFile).Select(problem => problem.ToCompilationProblem())]);
    }

    private bool RefineFiles(CSharpCompilation compilation, SyntaxTree cell, Func<SemanticModel, RewrittenText?> refine)
    {
        var refinedAny = false;
        foreach (var tree in compilation.SyntaxTrees.Where(tree => tree != cell && _files.TryGetValue(tree.FilePath, out var file) && !file.File.IsOfProject))
        {
            if (refine(compilation.GetSemanticModel(tree)) is not { } refined)
                continue;
            _files[tree.FilePath] = _files[tree.FilePath].Then(refined);
            _sources.Rewrite(tree.FilePath, refined.Text);
            refinedAny = true;
        }

        return refinedAny;
    }

    private CompiledCell InFiles(CompiledCell cell) => cell is CompiledCell.Rejected rejected
        ? new CompiledCell.Rejected([.. rejected.Problems.Select(InFile)])
        : cell;

    private CellProblem InFile(CellProblem problem) =>
        problem.Start >= 0 && _files.TryGetValue(problem.Tree, out var file) ? problem.At(file.File.Text, file.ToOriginal(problem.Start)) : problem;

    private IEnumerable<MetadataReference> References() => _libraries.AddTo(_previous?.References ?? NotebookReferences.All);

    private CSharpCompilation Create(SyntaxTree tree)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: $"Submission#{_count}",
            usings: NotebookReferences.Usings,
            allowUnsafe: true,
            concurrentBuild: false,
            metadataReferenceResolver: new ReferenceResolver(_sources, _loadContext),
            sourceReferenceResolver: _sources,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default).Optimized();
        return CSharpCompilation.CreateScriptCompilation(
            $"IpytestCell{_count}",
            tree,
            References(),
            options,
            _previous,
            typeof(object));
    }

    private CompiledCell Finish(CSharpCompilation compilation, SyntaxTree tree)
    {
        var hasCode = compilation.SyntaxTrees.Any(part => ((CSharpSyntaxTree)part).GetCompilationUnitRoot().Members.Count > 0);
        return hasCode ? Emit(compilation, HasValue(compilation, tree)) : Check(compilation);
    }

    private CompiledCell Check(CSharpCompilation compilation)
    {
        var problems = CellProblem.Errors(compilation.GetDiagnostics());
        if (problems.Count > 0)
            return new CompiledCell.Rejected(problems);
        _previous = compilation;
        return new CompiledCell.Empty();
    }

    private CompiledCell Emit(CSharpCompilation compilation, bool hasValue, bool aside = false)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, options: FriendlyRelease.EmitOptions);
        if (!result.Success)
            return new CompiledCell.Rejected(CellProblem.Errors(result.Diagnostics));

        var entryPoint = compilation.GetEntryPoint(CancellationToken.None)!;
        assembly.Position = symbols.Position = 0;
        var factory = _loadContext.Load(assembly, symbols)
            .GetType(entryPoint.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entryPoint.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        _count++;
        if (!aside)
        {
            _previous = compilation;
            _slots++;
        }

        return new CompiledCell.Runnable(factory, hasValue);
    }
}
