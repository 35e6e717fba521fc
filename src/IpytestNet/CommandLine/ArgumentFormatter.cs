using System.Text;

namespace IpytestNet.CommandLine;

/// <summary>Replaces the names in braces within arguments.</summary>
public static class ArgumentFormatter
{
    /// <summary>Replaces each <c>{name}</c> by what the mapping gives for it; <c>{{</c> and <c>}}</c> are literal braces.</summary>
    /// <remarks>
    /// Unlike in Python all that stands between the braces is the name, so that <c>{CalcTests::Mul}</c> and
    /// <c>{TestRows(n: 1)}</c> are node ids too.
    /// </remarks>
    /// <param name="argument">The argument, after splitting.</param>
    /// <param name="mapping">What the names stand for.</param>
    /// <exception cref="FormatException">A brace stands alone, or no name is between two.</exception>
    /// <exception cref="KeyNotFoundException">The mapping does not have the name.</exception>
    public static string Format(string argument, ArgMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(argument);
        ArgumentNullException.ThrowIfNull(mapping);
        var text = new StringBuilder();
        for (var i = 0; i < argument.Length; i++)
        {
            var c = argument[i];
            if (c is not ('{' or '}'))
            {
                text.Append(c);
            }
            else if (i + 1 < argument.Length && argument[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else
            {
                var name = NameAt(argument, i);
                text.Append(mapping[name]);
                i += name.Length + 1;
            }
        }

        return text.ToString();
    }

    private static string NameAt(string argument, int brace)
    {
        if (argument[brace] == '}')
            throw Error(argument, brace, "Single '}' encountered", "write '}}' for the character itself");

        var end = argument.IndexOfAny(['{', '}'], brace + 1);
        if (end < 0 || argument[end] == '{')
            throw Error(argument, brace, "Expected '}' after '{'", "close the name as in '{TestAdds}', or write '{{' for the character itself");

        var name = argument[(brace + 1)..end];
        if (name.All(c => char.IsWhiteSpace(c) || char.IsDigit(c)))
        {
            throw Error(
                argument,
                brace,
                $"Expected the name of a test between the braces, got '{{{name}}}'",
                "write '{TestAdds}' for a test, '{MODULE}' for the notebook, or '{{' and '}}' for braces themselves");
        }

        return name;
    }

    private static FormatException Error(string argument, int brace, string problem, string remedy) =>
        new($"{problem} at column {brace + 1} of '{argument}'; {remedy}.");
}
