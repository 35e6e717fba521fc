using System.Reflection;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IpytestNet.Specs.Rewriting;

/// <summary>Compiles and runs one cell as a script, for real.</summary>
internal static class ScriptCell
{
    /// <summary>What the specs themselves refer to.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToList();

    private static readonly string[] Usings =
        ["System", "System.IO", "System.Linq", "System.Linq.Expressions", "System.Collections.Generic", "System.Threading.Tasks", "IpytestNet", "Xunit"];

    private static int _count;

    /// <summary>Rewrites a cell as a notebook does.</summary>
    public static string Rewrite(string text, params string[] notebookNames) =>
        EditComposer.Apply(text, [new AssertRewriter().Rewrite(CellSyntax.Parse(text, notebookNames.ToHashSet()))]).Text;

    /// <summary>Rewrites a cell, runs it and gives the value of its last expression.</summary>
    public static Task<object?> RunRewrittenAsync(string text) => RunAsync(Rewrite(text));

    public static async Task<object?> RunAsync(string text)
    {
        var compilation = Compile(text);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, $"{text}\n{string.Join('\n', result.Diagnostics)}");

        var submission = Assembly.Load(image.ToArray()).GetType(compilation.Options.ScriptClassName!, throwOnError: true)!;
        var factory = submission.GetMethod("<Factory>")!.CreateDelegate<Func<object?[], Task<object?>>>();
        return await factory([null, null]);
    }

    /// <summary>Lists the errors and warnings of a cell, for example <c>CS0162</c>.</summary>
    public static IReadOnlyList<string> Diagnose(string text) =>
        [.. Compile(text).GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning).Select(found => found.Id)];

    /// <summary>Gives the syntax of a cell as it is written, with what the compiler knows of it.</summary>
    public static (SyntaxNode Root, SemanticModel Model) Bind(string text)
    {
        var compilation = Compile(text);
        var tree = compilation.SyntaxTrees.Single();
        return (tree.GetRoot(), compilation.GetSemanticModel(tree));
    }

    private static CSharpCompilation Compile(string text)
    {
        var number = Interlocked.Increment(ref _count);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: $"Submission#{number}",
            usings: Usings,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true);
        var tree = CSharpSyntaxTree.ParseText(text, CellSyntax.ParseOptions);
        return CSharpCompilation.CreateScriptCompilation($"cell{number}", tree, References, options);
    }
}
