using System.Text.RegularExpressions;

namespace IpytestNet.Coverage.Reports;

/// <summary>The table in Markdown, of the widths that coverage.py gives it.</summary>
internal static partial class MarkdownTable
{
    private const int CountWidth = 9;

    /// <summary>Makes the lines: a header, a rule, the rows, and the total in bold.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> total)
    {
        var cover = header.ToList().IndexOf("Cover");
        var nameWidth = rows.Select(row => Escape(row[0]).Length).Append("**TOTAL**".Length).Max() + 1;
        var coverWidth = Math.Max(total[cover].Length + "****% ".Length, " Cover ".Length);

        return
        [
            Line(header.Select(name => name is "Name" ? $"| {name.PadRight(nameWidth)}|" : Right(name, name))),
            Line(header.Select(name => name is "Name" ? $"|{new string('-', nameWidth)} |" : $" {new string('-', Width(name) - 2)}: |")),
            .. rows.Select(row => Line(row.Zip(header, Cell))),
            Line(total.Zip(header, Total)),
        ];

        int Width(string name) => name switch
        {
            "Cover" => coverWidth,
            "Missing" => CountWidth + 1,
            _ => CountWidth,
        };

        string Right(string name, string text) => $"{text.PadLeft(Width(name))} |";

        string Cell(string text, string name) => name switch
        {
            "Name" => $"| {Escape(text).PadRight(nameWidth)}|",
            "Cover" => Right(name, $"{text}%"),
            _ => Right(name, Escape(text)),
        };

        string Total(string text, string name) => name switch
        {
            "Name" => $"|{$" **{text}**".PadLeft(nameWidth)} |",
            "Cover" => Right(name, $" **{text}%**"),
            _ => Right(name, text.Length == 0 ? "" : $" **{text}**"),
        };
    }

    /// <summary>Writes a text so that Markdown shows it as it is.</summary>
    public static string Escape(string text) => Punctuation().Replace(text, @"\$0");

    private static string Line(IEnumerable<string> cells) => string.Concat(cells).TrimEnd();

    [GeneratedRegex(@"[!""#$%&'()*+:;<=>?@\[\\\]^_`{|}~]")]
    private static partial Regex Punctuation();
}
