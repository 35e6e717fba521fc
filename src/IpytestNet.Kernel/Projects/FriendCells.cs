using System.Text;
using IpytestNet.Kernel.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Kernel.Projects;

/// <summary>Lets cells see the internal members of a project, as its test project does.</summary>
internal static class FriendCells
{
    // Each cell is an assembly, and each friend is named, which takes memory; cells after these see public members alone.
    private const int Count = 500;

    /// <summary>The source that says so.</summary>
    /// <param name="first">The number of the first cell that sees the project.</param>
    /// <param name="options">How it is parsed.</param>
    public static SyntaxTree Source(int first, CSharpParseOptions options) => CSharpSyntaxTree.ParseText(
        SourceText.From(
            string.Concat(Enumerable.Range(first, Count).Select(cell => $"[assembly: global::System.Runtime.CompilerServices.InternalsVisibleTo(\"{Submission.AssemblyName(cell)}\")]\n")),
            Encoding.UTF8),
        options,
        "FriendCells.g.cs");
}
