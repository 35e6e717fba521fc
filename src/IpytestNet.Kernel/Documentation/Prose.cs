using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IpytestNet.Kernel.Documentation;

/// <summary>Writes the elements of documentation comments as text: paragraphs, lists, code and references.</summary>
/// <param name="style">How.</param>
internal sealed partial class Prose(ProseStyle style)
{
    /// <summary>Writes what an element contains; empty if there is none.</summary>
    public string Of(XElement? element) => element is null ? "" : string.Join("\n\n", Blocks(element));

    /// <summary>Writes the beginning of what an element contains: whole paragraphs and blocks, or as many words of the first as fit.</summary>
    /// <param name="element">The element, or null.</param>
    /// <param name="length">The number of characters that it may have.</param>
    public string BeginningOf(XElement? element, int length)
    {
        var blocks = element is null ? [] : Blocks(element).ToList();
        var kept = blocks.TakeWhile(block => (length -= block.Length) >= 0).ToList();
        if (kept.Count == blocks.Count)
            return string.Join("\n\n", kept);
        // A list or code is not cut.
        if (kept.Count == 0)
            return blocks[0].Contains('\n', StringComparison.Ordinal) ? "…" : WordsOf(blocks[0], blocks[0].Length + length) + " …";
        return string.Join("\n\n", [.. kept, "…"]);
    }

    /// <summary>Writes what an element contains on one line.</summary>
    public string Line(XElement? element) => Space().Replace(Of(element), " ");

    private static string WordsOf(string text, int length) => text[..Math.Max(text.LastIndexOf(' ', length), 0)];

    private IEnumerable<string> Blocks(XElement element)
    {
        var paragraph = "";
        foreach (var node in element.Nodes())
        {
            if (node is XElement { Name.LocalName: "para" or "p" or "code" or "list" or "br" } block)
            {
                if (Trimmed(paragraph) is { Length: > 0 } before)
                    yield return before;
                paragraph = "";
                foreach (var inner in OfBlock(block).Where(inner => inner.Length > 0))
                    yield return inner;
            }
            else
            {
                paragraph += Inline(node);
            }
        }

        if (Trimmed(paragraph) is { Length: > 0 } rest)
            yield return rest;
    }

    private IEnumerable<string> OfBlock(XElement block) => block.Name.LocalName switch
    {
        "code" => [style.CodeBlock(Unindented(block.Value))],
        "list" => [List(block)],
        _ => Blocks(block),
    };

    private string List(XElement list)
    {
        var isNumbered = list.Attribute("type")?.Value is "number";
        return string.Join('\n', list.Elements("item").Select((item, index) => $"{(isNumbered ? $"{index + 1}." : "-")} {Item(item)}"));
    }

    private string Item(XElement item) => (item.Element("term"), item.Element("description")) switch
    {
        (null, null) => Line(item),
        (var term, null) => Line(term),
        (null, var description) => Line(description),
        var (term, description) => $"{Line(term)}: {Line(description)}",
    };

    private string Inline(XNode node) => node switch
    {
        XText text => style.Text(text.Value),
        XElement { Name.LocalName: "see" or "seealso" } reference => Reference(reference),
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => style.Code(reference.Attribute("name")?.Value ?? ""),
        XElement { Name.LocalName: "c" or "tt" } code => style.Code(code.Value.Trim()),
        XElement { Name.LocalName: "a" } link => style.Link(link.Value, link.Attribute("href")?.Value ?? link.Value),
        XElement other => string.Concat(other.Nodes().Select(Inline)),
        _ => "",
    };

    private string Reference(XElement reference)
    {
        if (reference.Attribute("href")?.Value is { } address)
            return style.Link(reference.Value.Length > 0 ? reference.Value : address, address);
        if (reference.Value.Trim() is { Length: > 0 } text)
            return style.Text(text);
        return style.Code(reference.Attribute("langword")?.Value ?? ReferencedName.Of(reference.Attribute("cref")?.Value ?? ""));
    }

    private static string Unindented(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length < indent ? "" : line[indent..].TrimEnd()));
    }

    private static string Trimmed(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
