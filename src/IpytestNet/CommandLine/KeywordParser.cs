namespace IpytestNet.CommandLine;

/// <summary>Parses a keyword expression by recursive descent: <c>not</c> binds tighter than <c>and</c>, that tighter than <c>or</c>.</summary>
internal sealed class KeywordParser(string text, string option)
{
    private readonly Queue<KeywordToken> _tokens = new(KeywordScanner.Scan(text, option));

    public KeywordCondition Parse()
    {
        var condition = Any();
        Expect(KeywordToken.End);
        return condition;
    }

    /// <summary>Makes the error of an expression, worded as pytest does.</summary>
    public static UsageException Error(string option, string text, int column, string problem) =>
        new($"Wrong expression passed to '{option}': {text}: at column {column}: {problem}");

    private KeywordCondition Any()
    {
        List<KeywordCondition> parts = [All()];
        while (Accept(KeywordToken.Or))
            parts.Add(All());
        return isName => parts.Exists(part => part(isName));
    }

    private KeywordCondition All()
    {
        List<KeywordCondition> parts = [Single()];
        while (Accept(KeywordToken.And))
            parts.Add(Single());
        return isName => parts.TrueForAll(part => part(isName));
    }

    private KeywordCondition Single()
    {
        if (Accept(KeywordToken.Not))
        {
            var negated = Single();
            return isName => !negated(isName);
        }

        if (Accept(KeywordToken.LeftParenthesis))
        {
            var inner = Any();
            Expect(KeywordToken.RightParenthesis);
            return inner;
        }

        var name = _tokens.Peek().Text;
        if (!Accept(KeywordToken.Identifier))
            throw Unexpected(KeywordToken.Not, KeywordToken.LeftParenthesis, KeywordToken.Identifier);
        return isName => isName(name);
    }

    private bool Accept(string kind)
    {
        if (_tokens.Peek().Kind != kind)
            return false;
        _tokens.Dequeue();
        return true;
    }

    private void Expect(string kind)
    {
        if (!Accept(kind))
            throw Unexpected(kind);
    }

    private UsageException Unexpected(params string[] expected)
    {
        var token = _tokens.Peek();
        return Error(option, text, token.Column, $"expected {string.Join(" OR ", expected)}; got {token.Kind}");
    }
}
