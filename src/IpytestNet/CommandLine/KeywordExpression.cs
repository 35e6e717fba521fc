namespace IpytestNet.CommandLine;

/// <summary>A boolean expression over names, in the grammar of pytest's <c>-k</c>.</summary>
public sealed class KeywordExpression
{
}
