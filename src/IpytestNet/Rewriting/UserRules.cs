namespace IpytestNet.Rewriting;

/// <summary>
/// Passes code through the rewriting rules of the user. Each sees the code as it was written; the library's own rewriters see what
/// the rules have made of it, so that a rule may write assertions.
/// </summary>
internal static class UserRules
{
    /// <summary>Applies rules that go by syntax, or gives null if they change nothing.</summary>
    /// <exception cref="RewriterException">A rule failed.</exception>
    public static RewrittenText? Apply(CellSyntax cell, IEnumerable<ICellRewriter> rules) =>
        Apply(cell.Text.ToString(), rules, rule => rule.Rewrite(cell));

    /// <summary>Applies rules, or gives null if they change nothing.</summary>
    /// <param name="text">The code.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="rewrite">Gives the edits of a rule.</param>
    /// <exception cref="RewriterException">A rule failed.</exception>
    public static RewrittenText? Apply<TRule>(string text, IEnumerable<TRule> rules, Func<TRule, IEnumerable<TextEdit>?> rewrite)
        where TRule : notnull
    {
        RewrittenText? result = null;
        var edits = new List<IReadOnlyList<TextEdit>>();
        foreach (var rule in rules)
        {
            var more = EditsOf(rule, rewrite);
            if (more.Count == 0)
                continue;
            edits.Add(more);
            result = Compose(rule, text, edits);
        }

        return result;
    }

    private static IReadOnlyList<TextEdit> EditsOf<TRule>(TRule rule, Func<TRule, IEnumerable<TextEdit>?> rewrite)
        where TRule : notnull
    {
        try
        {
            return [.. rewrite(rule) ?? throw new RewriterException(rule, $"The rewriting rule {NameOf(rule)} gave null in place of edits.")];
        }
        catch (Exception exception) when (exception is not RewriterException and not ThreadInterruptedException)
        {
            throw new RewriterException(rule, $"The rewriting rule {NameOf(rule)} failed.", exception);
        }
    }

    private static RewrittenText Compose(object rule, string text, IEnumerable<IEnumerable<TextEdit>> edits)
    {
        try
        {
            return EditComposer.Apply(text, edits);
        }
        catch (InvalidOperationException exception)
        {
            throw new RewriterException(rule, $"The edits of the rewriting rule {NameOf(rule)} cannot be applied. {exception.Message}");
        }
    }

    private static string NameOf(object rule) => rule.GetType().Name;
}
