using System.Text;
using IpytestNet.Kernel.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Kernel.Projects;

/// <summary>Lets cells see the internal members of a project, as its test project does.</summary>
internal static class FriendCells
{
    // Each cell is an assembly, and each friend is named; more cells than these see public members alone.
    private const int Count = 2_000;

    private static readonly SourceText Text = SourceText.From(
        string.Concat(Enumerable.Range(0, Count).Select(cell => $"[assembly: global::System.Runtime.CompilerServices.InternalsVisibleTo(\"{Submission.AssemblyName(cell)}\")]\n")),
        Encoding.UTF8);

    /// <summary>The source that says so.</summary>
    public static SyntaxTree Source(CSharpParseOptions options) => CSharpSyntaxTree.ParseText(Text, options, "FriendCells.g.cs");
}
