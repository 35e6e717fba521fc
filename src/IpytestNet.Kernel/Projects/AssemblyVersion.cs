using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Kernel.Projects;

/// <summary>
/// The version of an assembly, which goes up each time that it is compiled: of assemblies of one name, the compiler sees the newest,
/// and the runtime tells them apart.
/// </summary>
internal static class AssemblyVersion
{
    private const string Name = "AssemblyVersion";

    /// <summary>Whether one of the sources gives the version.</summary>
    public static bool IsIn(IEnumerable<SyntaxTree> trees) => trees.Any(tree => AttributesOf(tree).Any());

    /// <summary>A source that gives it, for a project that has none.</summary>
    public static SyntaxTree Source(int generation, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From($"[assembly: System.Reflection.AssemblyVersion(\"0.0.0.{generation - 1}\")]", Encoding.UTF8), options, "AssemblyVersion.g.cs");

    /// <summary>Makes the version of a source that of a generation; the first has the project's own.</summary>
    public static SyntaxTree Advance(SyntaxTree tree, int generation)
    {
        if (generation is 1 || AttributesOf(tree).FirstOrDefault() is not { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax said }] })
            return tree;
        if (!Version.TryParse(said.Token.ValueText.Replace("*", "0", StringComparison.Ordinal), out var version))
            return tree;
        var next = new Version(version.Major, version.Minor, Math.Max(version.Build, 0), Math.Max(version.Revision, 0) + generation - 1);
        return tree.WithChangedText(tree.GetText().WithChanges(new TextChange(said.Span, $"\"{next}\"")));
    }

    private static IEnumerable<AttributeSyntax> AttributesOf(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).AttributeLists
        .Where(list => list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) is true)
        .SelectMany(list => list.Attributes)
        .Where(attribute => NameOf(attribute.Name) is Name or $"{Name}Attribute");

    private static string NameOf(NameSyntax name) => name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : name.ToString();
}
