using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>A place where code names something that a cell defines.</summary>
/// <param name="Cell">The cell of the code.</param>
/// <param name="Name">The name.</param>
/// <param name="Member">The member of the cell that it stands in.</param>
/// <param name="Target">What it names, as the compiler binds it in the notebook.</param>
internal sealed record Use(ScriptCell Cell, SimpleNameSyntax Name, MemberDeclarationSyntax Member, Definition Target);
