using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Tool.Export;

/// <summary>The using directives of the project: those that every cell has, and those of the cells.</summary>
internal static class UsingList
{
    private static readonly string[] OfEveryCell = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks", "Xunit"];

    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>Returns the directives, each a line.</summary>
    /// <param name="index">The notebook.</param>
    /// <param name="space">The namespace of the project.</param>
    public static IReadOnlyList<string> Of(NotebookIndex index, string space)
    {
        var lines = OfEveryCell.Select(name => $"using {name};").ToList();
        foreach (var cell in index.Cells)
        {
            foreach (var directive in cell.Root.Usings)
            {
                var symbol = cell.Model.GetSymbolInfo(directive.NamespaceOrType).Symbol;
                var name = symbol is null ? directive.NamespaceOrType.ToString() : NameOf(symbol, index, space);
                if (name.StartsWith("IpytestNet.", StringComparison.Ordinal) && symbol is INamespaceSymbol)
                    lines.Add($"using {name};");
                else if (directive.Alias is { } alias)
                    lines.Add($"using {(directive.UnsafeKeyword.IsKind(SyntaxKind.UnsafeKeyword) ? "unsafe " : "")}{alias.Name} = {name};");
                else
                    lines.Add($"using {(directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) ? "static " : "")}{name};");
            }
        }

        return [.. lines.Distinct(StringComparer.Ordinal)
            .OrderBy(line => line.Contains('=', StringComparison.Ordinal) ? 2 : line.StartsWith("using static", StringComparison.Ordinal) ? 1 : 0)
            .ThenBy(line => line.StartsWith("using System", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(line => line.TrimEnd(';'), StringComparer.Ordinal)];
    }

    private static string NameOf(ISymbol symbol, NotebookIndex index, string space) => symbol is ITypeSymbol type
        ? string.Concat(type.ToDisplayParts(Full).Select((part, at) => index.Find(part.Symbol) is { Kind: DefinitionKind.Type } own ? $"{space}.{own.ExportName}" : IsOfCell(part) ? "" : part.ToString())).Replace($"..", ".", StringComparison.Ordinal).TrimStart('.')
        : symbol.ToDisplayString(Full);

    private static bool IsOfCell(SymbolDisplayPart part) => part.Symbol is INamedTypeSymbol { IsScriptClass: true };
}
