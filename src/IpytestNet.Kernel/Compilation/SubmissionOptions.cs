using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Compilation;

/// <summary>How code is compiled that sees the cells.</summary>
internal static class SubmissionOptions
{
    /// <summary>The options of one submission.</summary>
    /// <param name="className">The name of the class that holds its variables and functions.</param>
    /// <param name="sources">Finds what <c>#load</c> names.</param>
    /// <param name="references">Finds what <c>#r</c> names.</param>
    public static CSharpCompilationOptions Of(string className, SourceReferenceResolver sources, MetadataReferenceResolver references) => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: className,
        usings: NotebookReferences.Usings,
        allowUnsafe: true,
        concurrentBuild: false,
        metadataReferenceResolver: references,
        sourceReferenceResolver: sources,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
}
