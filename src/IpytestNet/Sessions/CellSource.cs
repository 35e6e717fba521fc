using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Sessions;

/// <summary>A cell, or a file that one loads, and what it declares.</summary>
/// <param name="Cell">The name of the cell, as <c>In[3]</c>, or the path of the file.</param>
/// <param name="Root">The syntax of the cell as the user wrote it.</param>
internal sealed record CellSource(string Cell, CompilationUnitSyntax Root)
{
    /// <summary>The library that a loaded file became, or null where it is part of the cell that loads it.</summary>
    public Assembly? Library { get; init; }

    /// <summary>Whether it is a <c>conftest.csx</c>, or loaded by one: what it defines is there for the notebook, and no part of it.</summary>
    public bool IsConftest { get; init; }
}
