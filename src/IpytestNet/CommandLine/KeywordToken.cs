namespace IpytestNet.CommandLine;

/// <summary>A word or sign of a keyword expression.</summary>
/// <param name="Kind">What it is, as pytest calls it in errors.</param>
/// <param name="Text">The characters.</param>
/// <param name="Column">The 1-based column at which it begins.</param>
internal sealed record KeywordToken(string Kind, string Text, int Column)
{
    public const string LeftParenthesis = "left parenthesis";
    public const string RightParenthesis = "right parenthesis";
    public const string Or = "or";
    public const string And = "and";
    public const string Not = "not";
    public const string Identifier = "identifier";
    public const string End = "end of input";
}
