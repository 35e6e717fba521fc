using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Assemblies;

/// <summary>What every cell can use without asking: the framework, this library, xUnit and the C# compiler.</summary>
internal static class NotebookReferences
{
    private static readonly string[] Libraries =
    [
        "IpytestNet",
        "IpytestNet.Kernel",
        "xunit.v3.core",
        "xunit.v3.assert",
        "xunit.v3.common",
        "Microsoft.Bcl.AsyncInterfaces",
        // For rewriting rules in cells, which go by syntax.
        "Microsoft.CodeAnalysis",
        "Microsoft.CodeAnalysis.CSharp",
    ];

    // For rewriters in cells; other cells would only be compiled slower for them.
    private static readonly string[] LibrariesOnRequest = ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"];

    private static readonly Lazy<CSharpCompilation> Bound = new(Bind);

    /// <summary>The namespaces that need no using.</summary>
    public static ImmutableArray<string> Namespaces { get; } =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Text",
        "System.Threading",
        "System.Threading.Tasks",
        "IpytestNet",
        "IpytestNet.Fixtures",
        "Xunit",
    ];

    /// <summary>The usings of every cell: the namespaces, and the class of <c>Display</c>.</summary>
    public static ImmutableArray<string> Usings { get; } = [.. Namespaces, "IpytestNet.Kernel.NotebookFunctions"];

    /// <summary>The references of every cell.</summary>
    public static IEnumerable<MetadataReference> All => Bound.Value.References;

    /// <summary>The references with the simple name of an assembly: of those of every cell, and of those that a cell gets when it asks.</summary>
    public static IEnumerable<PortableExecutableReference> Named(string name) =>
        LibrariesOnRequest.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? [ReferenceTo(LibraryPath(name))]
            : All.OfType<PortableExecutableReference>()
                .Where(known => string.Equals(Path.GetFileNameWithoutExtension(known.FilePath), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an assembly is one of those references.</summary>
    public static bool IsProvided(string name) =>
        Libraries.Contains(name, StringComparer.OrdinalIgnoreCase) || File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll"));

    /// <summary>Whether an assembly is ours or comes with us, so that cells and the notebook must have the same one.</summary>
    public static bool IsShared(string name) =>
        Libraries.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (name.StartsWith("xunit.v3.", StringComparison.OrdinalIgnoreCase) && File.Exists(LibraryPath(name)));

    // The compiler reuses the symbols of references that another compilation has bound, if that is still there. Cells that are compiled
    // side by side before any is bound would each bind their own, and a later cell could meet both: one type twice.
    private static CSharpCompilation Bind()
    {
        var compilation = CSharpCompilation.CreateScriptCompilation("IpytestReferences", references: Read());
        _ = compilation.GlobalNamespace;
        return compilation;
    }

    private static ImmutableArray<MetadataReference> Read()
    {
        var framework = Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll").Where(IsManaged);
        return [.. framework.Concat(Libraries.Select(LibraryPath)).Select(ReferenceTo)];
    }

    private static string LibraryPath(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private static PortableExecutableReference ReferenceTo(string path) => MetadataReference.CreateFromFile(path, documentation: null);

    private static bool IsManaged(string path)
    {
        var name = Path.GetFileName(path);
        return (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains(".Native", StringComparison.Ordinal))
            || name.StartsWith("Microsoft.Win32", StringComparison.Ordinal)
            || name is "Microsoft.CSharp.dll" or "Microsoft.VisualBasic.Core.dll" or "mscorlib.dll" or "netstandard.dll" or "WindowsBase.dll";
    }
}
