using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>The arguments behind a condition, which say something about it: a text, a text with a detail, a format.</summary>
internal static class MessageArguments
{
    /// <summary>Whether the arguments stand in the order of the parameters and can become one text.</summary>
    public static bool AreInOrder(ArgumentListSyntax list, IMethodSymbol method)
    {
        var arguments = list.Arguments;
        return arguments.Count > 0
            && !list.CloseParenToken.IsMissing
            && arguments.Select((argument, index) => IsNamed(argument, index, method)).All(inOrder => inOrder)
            && (arguments.Count == 1 || IsText(method.Parameters[1].Type))
            && (arguments.Count <= 2 || method.Parameters[2].Type.SpecialType is SpecialType.System_String || method.Parameters[2].IsParams);
    }

    /// <summary>Takes the names of parameters away, which belong to another method.</summary>
    public static IEnumerable<TextEdit> WithoutNames(SeparatedSyntaxList<ArgumentSyntax> arguments) => arguments
        .Select(argument => argument.NameColon)
        .OfType<NameColonSyntax>()
        .SelectMany(name => new[] { TextEdit.Replace(name.Name.Identifier, ""), TextEdit.Replace(name.ColonToken, "") });

    /// <summary>Makes one text of all arguments behind the first.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="open">What takes the place of the first comma.</param>
    /// <param name="separator">What takes the place of the second comma, before a format or a text; null if the first text is the format.</param>
    public static IEnumerable<TextEdit> AsOneText(SeparatedSyntaxList<ArgumentSyntax> arguments, string open, string? separator)
    {
        const string format = "string.Format(";
        if (arguments.Count == 2)
            return [TextEdit.Replace(arguments.GetSeparator(0), $"{open}{Called(arguments[1], "(")}"), TextEdit.After(arguments[1], Called(arguments[1], ")()"))];
        if (separator is null)
            return [TextEdit.Replace(arguments.GetSeparator(0), open + format), TextEdit.After(arguments[^1], ")")];
        return
        [
            TextEdit.Replace(arguments.GetSeparator(0), $"{open}("),
            TextEdit.Replace(arguments.GetSeparator(1), $"){separator}{(arguments.Count > 3 ? format : "(")}"),
            TextEdit.After(arguments[^1], ")"),
        ];
    }

    // A function that makes the text is called.
    private static string Called(ArgumentSyntax message, string text) =>
        message.Expression is AnonymousFunctionExpressionSyntax ? text is "(" ? "((global::System.Func<string>)(" : ")" + text : "";

    private static bool IsNamed(ArgumentSyntax argument, int index, IMethodSymbol method) =>
        argument.RefKindKeyword.RawKind == 0
        && (argument.NameColon is null || (index < method.Parameters.Length && argument.NameColon.Name.Identifier.ValueText == method.Parameters[index].Name));

    private static bool IsText(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String
        || type is { Name: "NUnitString" or "FormattableString" or "Func" }
        || type.Name.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal);
}
