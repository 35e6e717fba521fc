using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Completion;

/// <summary>
/// Code with a name of ours in place of the word at the cursor, so that the compiler finds a whole name there, whatever has been
/// typed: nothing, half a name, or what happens to be a keyword.
/// </summary>
/// <param name="Text">The code.</param>
/// <param name="Start">Where the word begins, in this text and in that of the user.</param>
/// <param name="Typed">What has been typed of the word, without an <c>@</c> before it.</param>
internal sealed record MarkedCode(string Text, int Start, string Typed)
{
    /// <summary>The name.</summary>
    public const string Marker = "__ipytest_cursor";

    // Words that may go on an expression on the next line.
    private static readonly HashSet<string> Continuations = new(StringComparer.Ordinal)
    {
        "is", "as", "and", "or", "when", "with", "switch", "select", "where", "orderby", "join", "let", "into", "on", "equals", "by",
        "ascending", "descending", "group", "in", "else", "catch", "finally", "while",
    };

    /// <summary>Whether the word begins with a digit, so that it is no name.</summary>
    public bool IsNumber => Typed is [>= '0' and <= '9', ..];

    /// <summary>Marks the cursor.</summary>
    /// <param name="code">The code as it is written.</param>
    /// <param name="position">The place of the cursor.</param>
    public static MarkedCode Of(string code, int position)
    {
        var (word, end) = (position, position);
        while (word > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[word - 1]))
            word--;
        while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end]))
            end++;
        var start = word > 0 && code[word - 1] is '@' && !(word > 1 && code[word - 2] is '$') ? word - 1 : word;
        var rest = code[end..];
        return new MarkedCode($"{code[..start]}{Marker}{(IsApart(rest) ? ";" : "")}{rest}", start, code[word..position]);
    }

    /// <summary>Whether what follows stands on another line and would become part of what the user has not finished.</summary>
    private static bool IsApart(string rest)
    {
        var next = rest.TrimStart();
        if (next.Length == 0 || !rest[..^next.Length].Contains('\n', StringComparison.Ordinal))
            return false;
        if (next[0] is '"' or '$' or '(' or '[' or '@')
            return true;
        var word = new string([.. next.TakeWhile(SyntaxFacts.IsIdentifierPartCharacter)]);
        return word.Length > 0 && !Continuations.Contains(word);
    }
}
