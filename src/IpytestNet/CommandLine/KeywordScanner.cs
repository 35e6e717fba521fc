using System.Globalization;

namespace IpytestNet.CommandLine;

/// <summary>Cuts a keyword expression into tokens.</summary>
internal static class KeywordScanner
{
    private const string NameSigns = "_:+-.[]\\/";

    /// <summary>Yields the tokens; the last one is the end of the input.</summary>
    public static IEnumerable<KeywordToken> Scan(string text, string option)
    {
        var position = 0;
        while (position < text.Length)
        {
            var start = position;
            if (IsInName(text[position]))
            {
                while (position < text.Length && IsInName(text[position]))
                    position++;
                var word = Word(text[start..position], start + 1);
                if (option == "-m" && word.Kind == KeywordToken.Identifier && text[position..].TrimStart().StartsWith('('))
                    throw KeywordParser.Error(option, text, start + 1, $"arguments of a marker, as in {word.Text}(…), are not available; write {word.Text} alone");
                yield return word;
                continue;
            }

            position++;
            if (text[start] == '(')
                yield return new KeywordToken(KeywordToken.LeftParenthesis, "(", start + 1);
            else if (text[start] == ')')
                yield return new KeywordToken(KeywordToken.RightParenthesis, ")", start + 1);
            else if (!char.IsWhiteSpace(text[start]))
                throw KeywordParser.Error(option, text, start + 1, $"unexpected character \"{text[start]}\"");
        }

        yield return new KeywordToken(KeywordToken.End, "", text.Length + 1);
    }

    private static KeywordToken Word(string word, int column) =>
        new(word is KeywordToken.Or or KeywordToken.And or KeywordToken.Not ? word : KeywordToken.Identifier, word, column);

    private static bool IsInName(char c) =>
        char.IsLetterOrDigit(c)
        || NameSigns.Contains(c, StringComparison.Ordinal)
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate;
}
