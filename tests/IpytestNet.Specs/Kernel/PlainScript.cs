using System.Reflection;
using System.Runtime.Loader;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Display;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Specs.Kernel;

/// <summary>What the compiler alone makes of the text of a cell, without anything of ours in it.</summary>
internal static class PlainScript
{
    /// <summary>Runs a text and gives its last value as text.</summary>
    public static async Task<string?> ValueOf(string code)
    {
        var compilation = Compile(code);
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        if (!emitted.Success)
            throw new InvalidOperationException($"The text should compile:\n{code}\n{string.Join('\n', emitted.Diagnostics)}");
        assembly.Position = 0;
        var entryPoint = compilation.GetEntryPoint(CancellationToken.None)!;
        var factory = new AssemblyLoadContext("plain").LoadFromStream(assembly)
            .GetType(entryPoint.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entryPoint.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        return ValueDisplay.Bundle(await factory(new object?[2])).PlainText;
    }

    /// <summary>The errors of a text, each as <c>2:5: error CS0103</c>.</summary>
    public static IEnumerable<string> ErrorsOf(string code) => Compile(code).GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
        .Select(diagnostic => (diagnostic.Id, Place: diagnostic.Location.GetMappedLineSpan().StartLinePosition))
        .Select(error => $"{error.Place.Line + 1}:{error.Place.Character + 1}: error {error.Id}");

    private static CSharpCompilation Compile(string code) => CSharpCompilation.CreateScriptCompilation(
        "Plain",
        CSharpSyntaxTree.ParseText(code, CellSyntax.ParseOptions),
        NotebookReferences.All,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, usings: NotebookReferences.Usings, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true),
        returnType: typeof(object));
}
