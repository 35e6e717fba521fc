using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>Something that a cell defines.</summary>
internal sealed class Definition
{
    /// <summary>The cell.</summary>
    public required ScriptCell Cell { get; init; }

    /// <summary>Its name in the notebook.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required DefinitionKind Kind { get; init; }

    /// <summary>What the compiler makes of it.</summary>
    public required ISymbol Symbol { get; init; }

    /// <summary>The member of the cell that declares it.</summary>
    public required MemberDeclarationSyntax Member { get; init; }

    /// <summary>The syntax that declares it.</summary>
    public required SyntaxNode Syntax { get; init; }

    /// <summary>Its name in the project.</summary>
    public string ExportName { get; set; } = "";

    /// <summary>The last cell behind which its tests run, by index; that of its own cell if no run has them.</summary>
    public int LastRun { get; set; }

    /// <summary>The first cell behind which its tests run, by index.</summary>
    public int FirstRun { get; set; }

    /// <summary>Whether a variable is seen outside of the statements of its cell.</summary>
    public bool IsShared { get; set; }

    /// <summary>Whether it needs a running notebook, or something that does.</summary>
    public bool NeedsNotebook { get; set; }

    /// <summary>The newer definition that takes its place everywhere, or null.</summary>
    public Definition? ReplacedBy { get; set; }

    /// <summary>What two definitions have in common when the later hides the earlier.</summary>
    public string Slot => Symbol is IMethodSymbol method
        ? $"{Name}({string.Join(',', method.Parameters.Select(parameter => $"{parameter.RefKind} {parameter.Type.ToDisplayString()}"))})`{method.Arity}"
        : Symbol is INamedTypeSymbol { Arity: > 0 } type ? $"{Name}`{type.Arity}" : Name;
}
