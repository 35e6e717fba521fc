namespace IpytestNet.Ini;

/// <summary>A key of an ini file with its value.</summary>
/// <param name="Section">The section that it stands in.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value; further lines of it are divided by line feeds.</param>
/// <param name="Line">The 1-based line of the key.</param>
internal sealed record IniEntry(string Section, string Key, string Value, int Line);
