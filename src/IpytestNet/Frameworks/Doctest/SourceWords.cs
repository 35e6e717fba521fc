using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>Tells code from comments.</summary>
internal static class SourceWords
{
    /// <summary>Whether a text has any code in it.</summary>
    public static bool AreIn(string code) =>
        SyntaxFactory.ParseTokens(code, options: ArrowReader.ParseOptions)
            .Any(token => token.Span.Length > 0 || token.GetAllTrivia().Any(trivia => trivia.IsDirective));
}
