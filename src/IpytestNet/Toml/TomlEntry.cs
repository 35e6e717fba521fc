namespace IpytestNet.Toml;

/// <summary>A key of a TOML file with its value.</summary>
/// <param name="Table">The table that it stands in, its parts divided by dots: <c>tool.coverage.run</c>.</param>
/// <param name="Key">The key.</param>
/// <param name="Values">The value as text: one for a single value, those of an array, none for an empty array.</param>
/// <param name="Line">The 1-based line of the key.</param>
internal sealed record TomlEntry(string Table, string Key, IReadOnlyList<string> Values, int Line);
