using System.Xml.Linq;
using IpytestNet.Kernel.Documentation;
using IpytestNet.Kernel.Semantics;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Inspections;

/// <summary>Writes what is known of a symbol: its declaration, its overloads and its documentation.</summary>
/// <param name="symbols">The symbol with its overloads.</param>
/// <param name="documentation">What is written about it.</param>
/// <param name="signatures">Writes declarations.</param>
internal sealed class SymbolCard(InspectedSymbols symbols, XElement documentation, Signatures signatures)
{
    private const int OverloadsShown = 8;
    private const int RemarksShown = 500;

    /// <summary>Writes it in both styles.</summary>
    public Inspection Write() => new(Write(ProseStyle.Plain), Write(ProseStyle.Markdown));

    private string Write(ProseStyle style)
    {
        var prose = new Prose(style);
        string[] parts =
        [
            style.Declaration(signatures.Of(symbols.Main)),
            style.Text(Signatures.KindOf(symbols.Main)),
            prose.Of(documentation.Element("summary")),
            Entries(style, "Parameters", [.. documentation.Elements("typeparam"), .. documentation.Elements("param").Where(IsTaken)], NameOf),
            Part(style, "Returns", prose.Of(documentation.Element("returns"))),
            Part(style, "Value", prose.Of(documentation.Element("value"))),
            Entries(style, "Exceptions", [.. documentation.Elements("exception")], entry => ReferencedName.Of(entry.Attribute("cref")?.Value ?? "")),
            Part(style, "Remarks", prose.BeginningOf(documentation.Element("remarks"), RemarksShown)),
            Overloads(style),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private bool IsTaken(XElement parameter) =>
        symbols.Main is not IMethodSymbol method || AssertStatement.Takes(method, NameOf(parameter));

    private static string NameOf(XElement parameter) => parameter.Attribute("name")?.Value ?? "";

    private static string Part(ProseStyle style, string heading, string text) => text.Length == 0 ? "" : $"{style.Heading(heading)} {text}";

    private static string Entries(ProseStyle style, string heading, IReadOnlyList<XElement> entries, Func<XElement, string> name) => entries.Count == 0
        ? ""
        : $"{style.Heading(heading)}\n\n{string.Join('\n', entries.Select(entry => style.Entry(name(entry), new Prose(style).Line(entry))))}";

    private string Overloads(ProseStyle style)
    {
        var count = symbols.Overloads.Count;
        if (count == 0)
            return "";
        var lines = symbols.Overloads.Take(OverloadsShown).Select(signatures.Of).ToList();
        if (count > OverloadsShown)
            lines.Add($"// … and {count - OverloadsShown} more");
        var heading = style.Heading($"{count} more overload{(count == 1 ? "" : "s")}");
        return $"{heading}\n\n{style.Declaration(string.Join('\n', lines))}";
    }
}
