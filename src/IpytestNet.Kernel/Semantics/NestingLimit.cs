using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Semantics;

/// <summary>
/// How deep brackets may nest in code, and how long it may be to be looked at while it is written: where the compiler goes down
/// without looking at its stack, as in tuple types, it would end the process.
/// </summary>
internal static class NestingLimit
{
    private const int Deepest = 250;
    private const int Longest = 500_000;

    /// <summary>Whether code is longer, or brackets nest deeper; those in text and comments count, and an angle bracket until its statement ends.</summary>
    public static bool IsExceeded(string code) => code.Length > Longest || Nests(code);

    /// <summary>Whether brackets nest deeper, those in text and comments left out.</summary>
    public static bool IsTooDeep(string code) =>
        Nests(code) && Nests(SyntaxFactory.ParseTokens(code, options: CellSyntax.ParseOptions).Where(token => token.Span.Length == 1).Select(token => token.Text[0]));

    private static bool Nests(IEnumerable<char> signs)
    {
        var (depth, angles) = (0, 0);
        foreach (var sign in signs)
        {
            switch (sign)
            {
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth = Math.Max(depth - 1, 0);
                    break;
                case '<':
                    angles++;
                    break;
                case '>':
                    angles = Math.Max(angles - 1, 0);
                    break;
                case ';' or '&' or '|':
                    angles = 0;
                    break;
            }

            if (depth + angles > Deepest)
                return true;
        }

        return false;
    }
}
