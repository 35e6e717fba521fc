namespace IpytestNet.CommandLine;

/// <summary>A boolean expression over names, in the grammar of pytest's <c>-k</c> and <c>-m</c>.</summary>
public sealed class KeywordExpression
{
    private readonly string _text;
    private readonly KeywordCondition _condition;

    private KeywordExpression(string text, KeywordCondition condition)
    {
        _text = text;
        _condition = condition;
    }

    /// <summary>Reads an expression of names, <c>and</c>, <c>or</c>, <c>not</c> and parentheses; an empty one matches everything.</summary>
    /// <param name="text">The expression, as <c>add and not (slow or rows)</c>.</param>
    /// <exception cref="UsageException">The expression is not complete or has a character that no name has.</exception>
    public static KeywordExpression Parse(string text) => Parse(text, "-k");

    /// <summary>Reads the expression of an option.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="option">The option that it was given to, for errors.</param>
    /// <exception cref="UsageException">The expression is not complete or has a character that no name has.</exception>
    internal static KeywordExpression Parse(string text, string option)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.TrimStart();
        return new KeywordExpression(trimmed, trimmed.Length == 0 ? _ => true : new KeywordParser(trimmed, option).Parse());
    }

    /// <summary>Decides the expression.</summary>
    /// <param name="isName">Whether a name of the expression holds.</param>
    public bool Matches(Func<string, bool> isName)
    {
        ArgumentNullException.ThrowIfNull(isName);
        return _condition(isName);
    }

    /// <summary>Gives the expression as it was written.</summary>
    public override string ToString() => _text;
}
