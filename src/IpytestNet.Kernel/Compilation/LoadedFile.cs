using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Compilation;

/// <summary>A file that a cell loads with <c>#load</c>.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Text">Its text.</param>
/// <param name="Root">The syntax of the text, as that of a script.</param>
internal sealed record LoadedFile(string Path, string Text, CompilationUnitSyntax Root)
{
    /// <summary>
    /// Whether the file is one of a project: it has namespaces or extensions, which a script cannot have, so that it is compiled as
    /// a library. All others join the cell.
    /// </summary>
    public bool IsOfProject { get; } = Root.Members.All(IsDeclaration) && Root.Members.Any(member => member is BaseNamespaceDeclarationSyntax || IsExtension(member));

    /// <summary>What it refers to.</summary>
    public IReadOnlyList<CellReference> References { get; init; } = [];

    /// <summary>Reads the files that a cell loads, directly and through others, in the order in which they run.</summary>
    public static IReadOnlyList<LoadedFile> ReadAll(CompilationUnitSyntax cell, FileResolver resolver)
    {
        var files = new List<LoadedFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Read(cell, loader: null);
        return files;

        void Read(CompilationUnitSyntax root, string? loader)
        {
            foreach (var directive in root.GetLoadDirectives())
            {
                // A file that is not there is an error of the compiler, told at its place.
                if (resolver.ResolveReference(directive.File.ValueText, loader) is not { } path || !seen.Add(path))
                    continue;
                var loaded = Parse(path);
                Read(loaded.Root, path);
                files.Add(new LoadedFile(path, loaded.Text.ToString(), loaded.Root) { References = [.. CellReference.In(loaded, path)] });
            }
        }
    }

    /// <summary>What a file says now, as <see cref="Text"/> has it.</summary>
    public static string TextOf(string path) => Parse(path).Text.ToString();

    private static CellSyntax Parse(string path) => CellSyntax.Parse(File.ReadAllText(path), new HashSet<string>(StringComparer.Ordinal));

    private static bool IsDeclaration(MemberDeclarationSyntax member) =>
        member is BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    // Extensions must stand in a class that is in no other.
    private static bool IsExtension(MemberDeclarationSyntax member) => member is ClassDeclarationSyntax type && type.Members.Any(inner =>
        inner is ExtensionBlockDeclarationSyntax
        || (inner is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword)));
}
