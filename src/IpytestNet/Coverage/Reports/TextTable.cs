namespace IpytestNet.Coverage.Reports;

/// <summary>The columns of the table as text, of the widths that coverage.py gives them.</summary>
internal static class TextTable
{
    /// <summary>Makes the lines: a header, the rows between rules, and the total.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> total)
    {
        var cover = header.ToList().IndexOf("Cover");
        var nameWidth = rows.Select(row => row[0].Length).Append("TOTAL".Length).Max() + 1;
        var coverWidth = rows.Select(row => row[cover].Length + 2).Append(Math.Max(total[cover].Length + 2, " Cover".Length) + 1).Max();
        var title = string.Concat(header.Select(Title));
        var rule = new string('-', title.Length);

        return [title.TrimEnd(), rule, .. rows.Select(Line), .. rows is [] ? Array.Empty<string>() : [rule], Line(total)];

        string Title(string name) => name switch
        {
            "Name" => name.PadRight(nameWidth),
            "Cover" => name.PadLeft(coverWidth),
            "Missing" => name.PadLeft(10),
            _ => name.PadLeft(7),
        };

        string Line(IReadOnlyList<string> cells) => string.Concat(cells.Zip(header, Cell)).TrimEnd();

        string Cell(string text, string name) => name switch
        {
            "Name" => text.PadRight(nameWidth),
            "Cover" => $"{text.PadLeft(coverWidth - 1)}%",
            "Missing" => $"   {text,-9}",
            _ => text.PadLeft(7),
        };
    }
}
