using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Specs.Architecture;

/// <summary>The product's sources, bound by the compiler: a use counts however it is written.</summary>
internal sealed class SourceTree
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly CSharpCompilation _compilation;
    private readonly Lazy<IReadOnlyList<FolderUse>> _uses;

    /// <summary>Takes sources as pairs of a path in the repository and a text.</summary>
    public SourceTree(IEnumerable<(string Path, string Text)> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        _compilation = CSharpCompilation.Create(
            "Product",
            [
                CSharpSyntaxTree.ParseText(ImplicitUsings, options, path: ""),
                .. sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, options, source.Path)),
            ],
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        _uses = new Lazy<IReadOnlyList<FolderUse>>(() => [.. Trees.AsParallel().AsOrdered().SelectMany(UsesIn)]);
    }

    /// <summary>What the specs run with, without the product itself.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("IpytestNet", StringComparison.Ordinal) && Path.GetFileName(file) is not "ipytest.dll")
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    /// <summary>All the sources below <c>src</c>.</summary>
    public static SourceTree Product { get; } = new(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(source => !source.Item1.Contains("/obj/", StringComparison.Ordinal) && !source.Item1.Contains("/bin/", StringComparison.Ordinal)));

    /// <summary>The paths of the sources.</summary>
    public IEnumerable<string> Paths => Trees.Select(tree => tree.FilePath);

    /// <summary>What keeps the sources from being understood; a part that a generator writes is not missed, nor is what a package has for trial.</summary>
    public IEnumerable<string> Errors =>
        _compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Id: not ("CS8795" or "CS9248" or "TPEXP") })
            .Select(diagnostic => diagnostic.ToString());

    /// <summary>The types with the file of each.</summary>
    public IEnumerable<(string Path, string Type, string Namespace)> Types =>
        from tree in Trees
        let model = _compilation.GetSemanticModel(tree)
        from declaration in tree.GetRoot().DescendantNodes(node => node is not BaseTypeDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>()
        let type = model.GetDeclaredSymbol(declaration)
        select (tree.FilePath, type.Name, type.ContainingNamespace.ToDisplayString());

    /// <summary>Where code of a folder uses a type of another folder.</summary>
    public IReadOnlyList<FolderUse> Uses => _uses.Value;

    private IEnumerable<SyntaxTree> Trees => _compilation.SyntaxTrees.Where(tree => tree.FilePath is not "");

    private IEnumerable<FolderUse> UsesIn(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        var from = SourceFolder.Of(tree.FilePath);
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or ConstructorInitializerSyntax))
                continue;
            var info = model.GetSymbolInfo(node);
            if (TypeOf(info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not { DeclaringSyntaxReferences: [var declaration, ..] } type)
                continue;
            var to = SourceFolder.Of(declaration.SyntaxTree.FilePath);
            if (to != from)
                yield return new FolderUse(from, to, $"{tree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1} uses {type.Name}");
        }
    }

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        IAliasSymbol alias => TypeOf(alias.Target),
        IArrayTypeSymbol array => TypeOf(array.ElementType),
        INamedTypeSymbol { ContainingType: null } type => type.OriginalDefinition,
        _ => symbol?.ContainingType is { } outer ? TypeOf(outer) : null,
    };
}
