using System.Collections;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using IpytestNet.Values;

namespace IpytestNet.Kernel.Display;

/// <summary>Collections of records, and dictionaries, as an HTML table.</summary>
internal static class HtmlTable
{
    /// <summary>How many rows a table has at most.</summary>
    public const int MaxRows = 20;

    private const int MaxColumns = 20;

    private static readonly ValueTextOptions Cell = new() { MaxLength = 100, MaxDepth = 2, LineWidth = 0, EnumerateLazy = false };

    /// <summary>Writes the table, or gives null if the elements have no parts that would make columns.</summary>
    public static string? Of(Elements elements)
    {
        var rows = elements.Items.Select(ColumnsOf).ToList();
        if (rows.Count == 0 || rows.Exists(row => row is not { Count: > 0 }))
            return null;

        var names = rows.SelectMany(row => row!.Keys).Distinct(StringComparer.Ordinal).Take(MaxColumns).ToList();
        var html = new StringBuilder("<table>\n<thead><tr>");
        foreach (var name in names)
            html.Append("<th>").Append(Encoded(name)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
            html.Append("<tr>").AppendJoin("", names.Select(name => $"<td>{CellOf(row!, name)}</td>")).Append("</tr>\n");
        html.Append("</tbody>\n</table>");
        return html.Append(Rest(elements)).ToString();
    }

    private static Dictionary<string, object?>? ColumnsOf(object? element)
    {
        if (element is null)
            return null;
        if (Entry.Of(element) is { } entry)
            return new(StringComparer.Ordinal) { ["Key"] = entry.Key, ["Value"] = entry.Value };
        if (element is ITuple tuple && element.GetType().Assembly == typeof(ITuple).Assembly)
            return Enumerable.Range(0, tuple.Length).ToDictionary(i => $"Item{i + 1}", i => tuple[i], StringComparer.Ordinal);
        return element is IEnumerable or Exception || ObjectType.Of(element.GetType()) is not { WritesItself: false } type
            ? null
            : type.Members.ToDictionary(member => member.Name, member => member.Read(element), StringComparer.Ordinal);
    }

    private static string CellOf(Dictionary<string, object?> row, string name)
    {
        if (!row.TryGetValue(name, out var value))
            return "";
        return Encoded(value is string text ? Shortened(text) : ValueText.Of(value, Cell));
    }

    private static string Shortened(string text) =>
        text.Length <= Cell.MaxLength ? text : $"{Literal.Start(text, Cell.MaxLength)}...";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private static string Rest(Elements elements) => elements switch
    {
        { Problem: { } problem } => $"\n<p>{Encoded(problem)}</p>",
        { HasMore: false } => "",
        { Count: { } count } => $"\n<p>... {count - elements.Items.Count} more</p>",
        _ => "\n<p>...</p>",
    };
}
