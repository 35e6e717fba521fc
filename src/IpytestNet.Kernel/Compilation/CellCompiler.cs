using System.Reflection;
using System.Text;
using IpytestNet.Execution;
using IpytestNet.Hosting;
using IpytestNet.Kernel.Assemblies;
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
    private readonly CellLoadContext _loadContext;
    private readonly FileResolver _sources;
    private readonly IReadOnlyList<IReferenceScheme> _schemes;
    private readonly Dictionary<string, RewrittenFile> _files = new(StringComparer.Ordinal);
    private readonly LibraryCompiler _libraries;
    private readonly SubmissionChain _cells = new();
    private readonly Lock _gate = new();

    /// <param name="folders">The folders that relative paths in cells start from.</param>
    /// <param name="loadContext">Where the cells are loaded.</param>
    /// <param name="schemes">What finds references.</param>
    public CellCompiler(Func<IReadOnlyList<string>> folders, CellLoadContext loadContext, IReadOnlyList<IReferenceScheme> schemes)
    {
        _sources = new FileResolver(folders) { Looked = loadContext.Dependencies.AddFiles };
        _loadContext = loadContext;
        _schemes = schemes;
        _libraries = new LibraryCompiler(loadContext);
    }

    /// <summary>How many cells, and pieces of code like them, were compiled.</summary>
    public int Count { get; private set; }

    /// <summary>The number of places that the array of live submissions needs.</summary>
    public int Slots => _cells.Slots;

    /// <summary>The newest submission of the cells, or null before the first; can be read while a cell is compiled.</summary>
    public CSharpCompilation? Newest => _cells.Newest;

    /// <summary>The errors in generated code that the user has not seen, since the code was left out.</summary>
    public List<CellProblem> Defects { get; } = [];

    /// <summary>
    /// Reads the files that a cell loads, makes ready what it and they refer to, and compiles the files of projects into a library of
    /// their own.
    /// </summary>
    /// <param name="name">The name of the cell.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="ofUser">The rules of the user, which the files pass through first.</param>
    /// <param name="ofHost">What they pass through then.</param>
    /// <param name="bound">What they pass through when they are bound.</param>
    /// <exception cref="CompilationException">The library does not compile, or what a reference names cannot be had.</exception>
    public IReadOnlyList<CellSource> Load(
        string name, CellSyntax cell, IEnumerable<ICellRewriter> ofUser, IReadOnlyList<ICellRewriter> ofHost, IReadOnlyList<IBoundRewriter> bound)
    {
        var files = LoadedFile.ReadAll(cell.Root, _sources);
        Directives.EnsureSources(files);
        Prepare([.. CellReference.In(cell, name), .. files.SelectMany(file => file.References)]);
        foreach (var file in files)
        {
            var rewritten = RewrittenFile.Of(file, ofUser, ofHost, cell.NotebookNames);
            _files[file.Path] = rewritten;
            // The library has what it says; to the cell it says nothing.
            _sources.Rewrite(file.Path, file.IsOfProject ? "" : rewritten.Text);
        }

        var library = LibraryOf(files.Where(file => file.IsOfProject).ToArray(), bound);
        return [.. files.Select(file => new CellSource(file.Path, file.IsOfProject ? file.Root : _files[file.Path].Syntax.Root) { Library = file.IsOfProject ? library : null })];
    }

    /// <summary>Whether a loaded file has other code on disk than it had when it was loaded.</summary>
    public bool IsChanged(string path) =>
        !_files.TryGetValue(path, out var file) || !File.Exists(path) || LoadedFile.TextOf(path) != file.File.Text;

    /// <summary>Begins a chain aside: its code sees the cells that there are now, and no cell sees its code.</summary>
    public SubmissionChain Fork() => _cells.Fork();

    /// <summary>Compiles a cell's code and, if that succeeds, makes it the newest of the chain.</summary>
    /// <param name="code">The code.</param>
    /// <param name="rewriters">What the code passes through when it is bound.</param>
    /// <param name="aside">The chain that it becomes part of; null for that of the cells.</param>
    public CompiledCell Compile(SourceCode code, IReadOnlyList<IBoundRewriter> rewriters, SubmissionChain? aside = null)
    {
        // Tests may run code aside at the same time.
        lock (_gate)
            return CompileIn(aside ?? _cells, code, rewriters);
    }

    /// <summary>Binds an expression without making it part of the chain.</summary>
    public CompiledCell CompileAside(string path, string code)
    {
        lock (_gate)
            return Emit(Create(Parse(path, code), _cells), hasValue: true, _cells.Fork());
    }

    /// <summary>Binds a cell behind those before it, without running it or even compiling it to the end; free of errors it is part of the chain.</summary>
    /// <param name="name">The name of the cell.</param>
    /// <param name="cell">The cell, with nothing in it that is no C#.</param>
    /// <exception cref="CompilationException">What a reference names cannot be had, or a loaded file does not compile.</exception>
    public CSharpCompilation Bind(string name, CellSyntax cell)
    {
        Load(name, cell, [], [new AssertRewriter()], []);
        var compilation = Create(Parse(name, cell.Text.ToString()), _cells);
        if (CellProblem.Errors(compilation.GetDiagnostics()).Count > 0)
            return compilation;
        _cells.Add(compilation, isLive: true);
        Count++;
        return compilation;
    }

    private void Prepare(List<CellReference> references)
    {
        foreach (var scheme in _schemes)
        {
            if (references.FindAll(reference => scheme.Covers(reference.Text)) is { Count: > 0 } own)
                scheme.Prepare(own);
        }
    }

    private CompiledCell CompileIn(SubmissionChain chain, SourceCode code, IReadOnlyList<IBoundRewriter> rewriters)
    {
        var bound = new BoundRewriting(rewriters);
        var files = _files.Values.Where(file => !file.File.IsOfProject).ToList();
        var isRight = false;
        while (true)
        {
            var (result, texts) = TryCompile(code, bound, chain);
            if (result is not CompiledCell.Rejected rejected || texts.Count == 0)
                return End(result, texts);
            foreach (var file in files)
                Use(file);
            // What is not right as it was written is told; else what rewriters have made of it is left out.
            if (!isRight && CellProblem.Errors(Create(Parse(code.Path, code.Text), chain).GetDiagnostics()) is { Count: > 0 } errors)
                return InFiles(new CompiledCell.Rejected(errors));
            isRight = true;
            if (!bound.LeaveOut(texts, rejected.Problems))
                return End(result, texts);
        }

        CompiledCell End(CompiledCell result, Dictionary<string, RewrittenText> texts)
        {
            Defects.AddRange(result is CompiledCell.Rejected ? [] : bound.Defects);
            return InFiles(InCell(result, code.Path, texts));
        }
    }

    private static SyntaxTree Parse(string path, string code) => CSharpSyntaxTree.ParseText(
        SourceText.From(code, Encoding.UTF8), CellSyntax.ParseOptions, path);

    // The value of a cell is its last expression without a semicolon, unless that gives none, or what it returns.
    private static bool HasValue(CSharpCompilation compilation, SyntaxTree tree)
    {
        var members = tree.GetCompilationUnitRoot().Members;
        return (members is [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }]
                && (!CanBeVoid(last.Expression) || compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type?.SpecialType is not SpecialType.System_Void))
            || members.OfType<GlobalStatementSyntax>().Any(Returns);
    }

    private static bool CanBeVoid(ExpressionSyntax expression) => expression
        is InvocationExpressionSyntax or AwaitExpressionSyntax or ConditionalAccessExpressionSyntax or ParenthesizedExpressionSyntax;

    private static bool Returns(GlobalStatementSyntax statement) => statement
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node is ReturnStatementSyntax { Expression: not null });

    private static bool HasAsyncCode(SyntaxTree tree) =>
        tree.GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.AsyncKeyword) || token.IsKind(SyntaxKind.AwaitKeyword));

    private Assembly? LibraryOf(LoadedFile[] files, IReadOnlyList<IBoundRewriter> bound)
    {
        if (files.Length == 0)
            return null;
        var (assembly, problems) = _libraries.Compile(files, _files, References(_cells), bound);
        return assembly ?? throw new CompilationException([.. problems.Select(InFile).Select(problem => problem.ToCompilationProblem())]);
    }

    /// <summary>Binds the code, rewrites it once more and compiles that.</summary>
    /// <returns>The outcome, and by path what each text was rewritten to.</returns>
    private (CompiledCell Result, Dictionary<string, RewrittenText> Texts) TryCompile(SourceCode code, BoundRewriting bound, SubmissionChain chain)
    {
        var texts = new Dictionary<string, RewrittenText>(StringComparer.Ordinal);
        var tree = Parse(code.Path, code.Text);
        var compilation = Create(tree, chain);
        foreach (var loaded in compilation.SyntaxTrees.Where(loaded => loaded != tree && _files.TryGetValue(loaded.FilePath, out var file) && !file.File.IsOfProject))
        {
            if (bound.Rewrite(_files[loaded.FilePath].ToSource(), loaded, compilation) is { } rewritten)
                texts[loaded.FilePath] = rewritten;
        }

        foreach (var (path, rewritten) in texts)
            Use(_files[path].Then(rewritten));
        if (texts.Count > 0)
            compilation = Create(tree, chain);
        if (bound.Rewrite(code, tree, compilation) is not { } text)
            return (Finish(compilation, tree, chain), texts);
        texts[code.Path] = text;
        var rewrittenTree = Parse(code.Path, text.Text);
        return (Finish(compilation.ReplaceSyntaxTree(tree, rewrittenTree), rewrittenTree, chain), texts);
    }

    private void Use(RewrittenFile file)
    {
        _files[file.File.Path] = file;
        _sources.Rewrite(file.File.Path, file.Text);
    }

    private static CompiledCell InCell(CompiledCell cell, string path, Dictionary<string, RewrittenText> texts) =>
        texts.TryGetValue(path, out var text) ? cell.Map(problem => problem.Tree == path ? problem.In(text) : problem) : cell;

    private CompiledCell InFiles(CompiledCell cell) => cell.Map(InFile);

    private CellProblem InFile(CellProblem problem) =>
        problem.Start >= 0 && _files.TryGetValue(problem.Tree, out var file) ? problem.At(file.File.Text, file.ToOriginal(problem.Start)) : problem;

    private IEnumerable<MetadataReference> References(SubmissionChain chain) => _libraries
        .AddTo(chain.Newest is null ? NotebookReferences.All : chain.References)
        .Union(_schemes.SelectMany(scheme => scheme.References));

    private CSharpCompilation Create(SyntaxTree tree, SubmissionChain chain)
    {
        var options = Submission.Options($"Submission#{Count}", _sources, new ReferenceResolver(_schemes)).Optimized();
        return Submission.Create(Submission.AssemblyName(Count), tree, References(chain).Except(chain.References), options, chain.Newest);
    }

    private CompiledCell Finish(CSharpCompilation compilation, SyntaxTree tree, SubmissionChain chain)
    {
        var hasCode = compilation.SyntaxTrees.Any(part => ((CSharpSyntaxTree)part).GetCompilationUnitRoot().Members.Count > 0);
        return hasCode ? Emit(compilation, HasValue(compilation, tree), chain) : Check(compilation, chain);
    }

    private static CompiledCell Check(CSharpCompilation compilation, SubmissionChain chain)
    {
        var problems = CellProblem.Errors(compilation.GetDiagnostics());
        if (problems.Count > 0)
            return new CompiledCell.Rejected(problems);
        chain.Add(compilation, isLive: false);
        return new CompiledCell.Empty();
    }

    private CompiledCell Emit(CSharpCompilation compilation, bool hasValue, SubmissionChain chain)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, options: FriendlyRelease.EmitOptions);
        if (!result.Success)
            return new CompiledCell.Rejected(CellProblem.Errors(result.Diagnostics));

        var entryPoint = compilation.GetEntryPoint(CancellationToken.None)!;
        assembly.Position = symbols.Position = 0;
        var loaded = _loadContext.Load(assembly, symbols);
        if (compilation.SyntaxTrees.Any(HasAsyncCode))
            AsyncSymbols.Keep(loaded, symbols.ToArray());
        var factory = loaded
            .GetType(entryPoint.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entryPoint.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        Count++;
        chain.Add(compilation, isLive: true);
        return new CompiledCell.Runnable(factory, hasValue) { Warnings = CellWarnings.Of(compilation, result.Diagnostics) };
    }
}
