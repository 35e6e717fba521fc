namespace IpytestNet.Coverage.Settings;

/// <summary>A setting as a file of whatever form has it.</summary>
/// <param name="Section">The section: <c>run</c>, <c>report</c>, <c>html</c>, <c>xml</c>, <c>json</c>, <c>lcov</c>, <c>paths</c>.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value; those of a list are divided by line feeds.</param>
/// <param name="Line">The 1-based line of the key.</param>
internal sealed record SettingEntry(string Section, string Key, string Value, int Line);
