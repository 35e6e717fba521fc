using IpytestNet.Kernel.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Compilation;

/// <summary>Code that sees the cells before it.</summary>
internal static class Submission
{
    /// <summary>Puts code behind a submission.</summary>
    /// <param name="assemblyName">The name of its assembly.</param>
    /// <param name="code">The code.</param>
    /// <param name="references">The references that the submissions before it do not have, which it has from them.</param>
    /// <param name="options">How it is compiled.</param>
    /// <param name="previous">The submission before it, which is free of errors; null for the first.</param>
    public static CSharpCompilation Create(
        string assemblyName, SyntaxTree code, IEnumerable<MetadataReference> references, CSharpCompilationOptions options, CSharpCompilation? previous)
    {
        // Told of the one before it from the beginning, the compiler would look for errors in all of that again.
        var alone = CSharpCompilation.CreateScriptCompilation(assemblyName, code, references, options, returnType: typeof(object));
        return previous is null
            ? alone
            : alone.WithScriptCompilationInfo(alone.ScriptCompilationInfo!.WithPreviousScriptCompilation(previous));
    }

    /// <summary>The name of the assembly of a cell.</summary>
    /// <param name="number">How many were compiled before it.</param>
    public static string AssemblyName(int number) => FormattableString.Invariant($"IpytestCell{number}");

    /// <summary>The options of a submission.</summary>
    /// <param name="className">The name of the class that holds its variables and functions.</param>
    /// <param name="sources">Finds what <c>#load</c> names.</param>
    /// <param name="references">Finds what <c>#r</c> names.</param>
    public static CSharpCompilationOptions Options(string className, SourceReferenceResolver sources, MetadataReferenceResolver references) => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: className,
        usings: NotebookReferences.Usings,
        allowUnsafe: true,
        concurrentBuild: false,
        metadataReferenceResolver: references,
        sourceReferenceResolver: sources,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
}
