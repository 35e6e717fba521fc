using System.Reflection;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Compilation;

/// <summary>Compiles loaded files of projects, which a script cannot hold, into libraries; a file that was changed makes a new one.</summary>
internal sealed class LibraryCompiler(CellLoadContext loadContext)
{
    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(
        string.Concat(NotebookReferences.Namespaces.Select(name => $"global using {name};")), RewrittenFile.ProjectOptions);

    private readonly List<FileLibrary> _libraries = [];
    private readonly HashSet<MetadataReference> _superseded = [];

    /// <summary>Adds the libraries to the references of a cell, and takes out those that newer ones have replaced.</summary>
    public IEnumerable<MetadataReference> AddTo(IEnumerable<MetadataReference> references) => references
        .Where(reference => !_superseded.Contains(reference))
        .Union(_libraries.Select(library => library.Code.Reference));

    /// <summary>Gives the library of the files, compiled when it is not there yet, or the compiler's errors.</summary>
    /// <param name="files">The files.</param>
    /// <param name="rewritten">The files as they are to be compiled; refined ones take their place.</param>
    /// <param name="references">What they may use.</param>
    /// <param name="rewriters">What the files pass through when they are bound.</param>
    public (Assembly? Assembly, IReadOnlyList<CellProblem> Problems) Compile(
        IReadOnlyList<LoadedFile> files,
        Dictionary<string, RewrittenFile> rewritten,
        IEnumerable<MetadataReference> references,
        IReadOnlyList<IBoundRewriter> rewriters)
    {
        if (_libraries.Find(library => library.IsOf(files)) is { } known && loadContext.OutdatedIn(known.Code.Assembly) is [])
            return (known.Code.Assembly, []);

        var others = NewestReferences.Of(references.Except(Supersede(files))).ToArray();
        var compilation = CSharpCompilation.Create(
            $"IpytestFiles_{Path.GetFileNameWithoutExtension(files[0].Path)}",
            [Usings, .. files.Select(file => rewritten[file.Path].ToTree())],
            others,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false).Optimized());
        var bound = new BoundRewriting(rewriters);
        while (true)
        {
            var texts = RewriteBound(compilation, rewritten, bound);
            var refined = compilation;
            foreach (var tree in compilation.SyntaxTrees.Where(tree => texts.ContainsKey(tree.FilePath)))
                refined = refined.ReplaceSyntaxTree(tree, rewritten[tree.FilePath].Then(texts[tree.FilePath]).ToTree());
            var (assembly, problems) = Emit(refined, files);
            if (assembly is null && bound.LeaveOut(texts, problems))
                continue;
            foreach (var (path, text) in texts)
                rewritten[path] = rewritten[path].Then(text);
            return (assembly, problems);
        }
    }

    private static Dictionary<string, RewrittenText> RewriteBound(
        CSharpCompilation compilation, Dictionary<string, RewrittenFile> rewritten, BoundRewriting bound)
    {
        var texts = new Dictionary<string, RewrittenText>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees.Where(tree => rewritten.ContainsKey(tree.FilePath)))
        {
            if (bound.Rewrite(rewritten[tree.FilePath].ToSource(), tree, compilation) is { } text)
                texts[tree.FilePath] = text;
        }

        return texts;
    }

    // A file that was changed and loaded again takes the place of what it was.
    private HashSet<MetadataReference> Supersede(IReadOnlyList<LoadedFile> files)
    {
        foreach (var older in _libraries.FindAll(library => files.Any(file => library.Files.ContainsKey(file.Path))))
        {
            _libraries.Remove(older);
            _superseded.Add(older.Code.Reference);
        }

        return _superseded;
    }

    private (Assembly?, IReadOnlyList<CellProblem>) Emit(CSharpCompilation compilation, IReadOnlyList<LoadedFile> files)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = compilation.Emit(image, symbols, documentation, options: FriendlyRelease.EmitOptions);
        if (!result.Success)
            return (null, CellProblem.Errors(result.Diagnostics));

        var library = new FileLibrary(
            files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal),
            loadContext.LoadGeneration(AssemblyImage.Read(image.ToArray())!, symbols.ToArray(), new EmittedDocumentation(documentation.ToArray()), needs: []));
        _libraries.Add(library);
        return (library.Code.Assembly, []);
    }
}
