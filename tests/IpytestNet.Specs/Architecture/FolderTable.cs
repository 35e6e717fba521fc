namespace IpytestNet.Specs.Architecture;

/// <summary>Which folder may use which: a row each, from low to high.</summary>
/// <param name="Rows">The folders in order, each with those that it may use.</param>
internal sealed record FolderTable(IReadOnlyList<(string Folder, IReadOnlySet<string> Uses)> Rows)
{
    private const char Divider = '|';

    /// <summary>Reads rows such as <c>Cells | (data) CommandLine</c>.</summary>
    public static FolderTable Parse(string text) => new([.. text.Split('\n').Select(ParseRow)]);

    /// <summary>Makes the table that sources need, from low to high as far as there is no cycle.</summary>
    public static FolderTable Of(IEnumerable<string> folders, IReadOnlyList<FolderUse> uses)
    {
        var usesOf = uses.ToLookup(use => use.From, use => use.To, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<(string Folder, IReadOnlySet<string> Uses)>();
        foreach (var folder in folders.Order(StringComparer.Ordinal))
            AddAfterItsUses(folder);
        return new FolderTable(rows);

        void AddAfterItsUses(string folder)
        {
            if (!seen.Add(folder))
                return;
            var used = usesOf[folder].ToHashSet(StringComparer.Ordinal);
            foreach (var to in used.Order(StringComparer.Ordinal))
                AddAfterItsUses(to);
            rows.Add((folder, used));
        }
    }

    /// <summary>Writes the row that a folder needs.</summary>
    public static string Row(string folder, IEnumerable<string> uses) => $"{folder,-28} {Divider} {string.Join(' ', uses.Order(StringComparer.Ordinal))}".TrimEnd();

    /// <summary>Tells whether the table has a folder.</summary>
    public bool Has(string folder) => Rows.Any(row => row.Folder == folder);

    /// <summary>Tells whether the table allows a use.</summary>
    public bool Allows(string from, string to) => Rows.Any(row => row.Folder == from && row.Uses.Contains(to));

    private static (string Folder, IReadOnlySet<string> Uses) ParseRow(string row)
    {
        var parts = row.Split(Divider);
        return (parts[0].Trim(), parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal));
    }
}
