using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Compilation;

/// <summary>The library that the loaded files of a cell became.</summary>
/// <param name="Files">The text of each file by its path.</param>
/// <param name="Reference">What cells refer to.</param>
/// <param name="Assembly">The loaded library.</param>
internal sealed record FileLibrary(IReadOnlyDictionary<string, string> Files, MetadataReference Reference, Assembly Assembly)
{
    /// <summary>Whether the library holds just these files, with these texts.</summary>
    public bool IsOf(IEnumerable<LoadedFile> files) => files.All(file => Files.TryGetValue(file.Path, out var text) && text == file.Text);

    /// <summary>The source that gives a library its version: of libraries of one name, a cell sees the newest.</summary>
    public static SyntaxTree Version(int generation) =>
        CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{generation}.0.0.0\")]", RewrittenFile.ProjectOptions);
}
