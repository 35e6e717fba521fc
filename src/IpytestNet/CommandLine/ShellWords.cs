using System.Text;

namespace IpytestNet.CommandLine;

/// <summary>Splits a line into words as a POSIX shell does, but with a backslash that is literal except before a quote.</summary>
internal static class ShellWords
{
    /// <summary>Splits a line at white space; quotes keep words together and vanish, <c>\"</c> and <c>\'</c> are quotes themselves.</summary>
    /// <remarks>Within single quotes everything is literal, so that <c>'C:\dir\'</c> is a path.</remarks>
    /// <exception cref="UsageException">A quote is not closed.</exception>
    public static IReadOnlyList<string> Split(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        List<string> words = [];
        StringBuilder? word = null;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (char.IsWhiteSpace(c))
            {
                if (word is not null)
                    words.Add(word.ToString());
                word = null;
                continue;
            }

            word ??= new StringBuilder();
            if (c is '"' or '\'')
                i = CopyQuoted(line, i, word);
            else if (c == '\\' && i + 1 < line.Length && line[i + 1] is '"' or '\'')
                word.Append(line[++i]);
            else
                word.Append(c);
        }

        if (word is not null)
            words.Add(word.ToString());
        return words;
    }

    /// <summary>Copies what stands in quotes and gives the place of the closing one.</summary>
    private static int CopyQuoted(string line, int start, StringBuilder word)
    {
        var quote = line[start];
        for (var i = start + 1; i < line.Length; i++)
        {
            if (line[i] == quote)
                return i;
            if (quote == '"' && line[i] == '\\' && i + 1 < line.Length && line[i + 1] == '"')
                i++;
            word.Append(line[i]);
        }

        throw new UsageException(
            $"No closing quotation: the {quote} at column {start + 1} of «{line}» is not closed; "
            + $"add a {quote} at the end of the value, or write \\{quote} for the character itself");
    }
}
