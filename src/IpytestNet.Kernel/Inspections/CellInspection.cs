using IpytestNet.Cells;
using IpytestNet.Kernel.Documentation;
using IpytestNet.Kernel.Semantics;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Kernel.Inspections;

/// <summary>Tells what stands at a place of a cell.</summary>
/// <param name="scopes">Binds code in the scope of the notebook.</param>
internal sealed class CellInspection(CellScopes scopes)
{
    private readonly SymbolDocs _docs = new();

    /// <summary>Inspects a cell; any text and any position will do.</summary>
    /// <returns>What is known, or null for nothing.</returns>
    public Inspection? Inspect(string text, int position)
    {
        position = Math.Clamp(position, 0, text.Length);
        var cell = CellText.Parse(text);
        if (cell.Magic is { } magic && SourceText.From(text).Lines is var lines && lines.GetLineFromPosition(position).LineNumber + 1 == magic.Line)
            return MagicHelp.Of(magic, WordAt(text, position));
        if (cell.Magic is { Name: "writefile" })
            return null;
        var model = scopes.Bind(cell.Body);
        return new SymbolFinder(model).At(position) is { } found
            ? new SymbolCard(found, _docs.Of(found.Main, model), new Signatures(model, position)).Write()
            : null;
    }

    private static string WordAt(string text, int position)
    {
        var (start, end) = (position, position);
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            start--;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return text[start..end];
    }
}
