using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting;

/// <summary>
/// Gives the notebook its statement <c>Assert(condition)</c>, <c>Assert(condition, message)</c>. It cannot be a function,
/// which would hide the class <c>Xunit.Assert</c>.
/// </summary>
public sealed class AssertRewriter : ICellRewriter
{
    private const string Name = "Assert";
    internal const string Check = "global::IpytestNet.Assertions.Check.That";
    internal const string Failed = "global::IpytestNet.Assertions.Failed.Assertion";
    internal const string Explain = "global::IpytestNet.Assertions.Failed.Explain";

    /// <summary>Lowers every assertion that is the notebook's: a user's own <c>Assert</c> is left alone.</summary>
    /// <param name="cell">The cell.</param>
    public IEnumerable<TextEdit> Rewrite(CellSyntax cell)
    {
        if (cell.NotebookNames.Contains(Name))
            return [];
        var scopes = OwnNames.ScopesOf(cell.Root, Name);
        return cell.Root.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => IsAssertion(call) && !scopes.Exists(scope => scope.Contains(call.Span)))
            .SelectMany(call => StatementOf(call) is { } statement ? AsStatement(call, statement) : AsCall(call));
    }

    private static bool IsAssertion(InvocationExpressionSyntax call) =>
        call.Expression is IdentifierNameSyntax { Identifier.ValueText: Name }
        && call.ArgumentList is { Arguments.Count: > 0, CloseParenToken.IsMissing: false };

    /// <summary>Gives the statement that the assertion is, if it can become an <c>if</c>.</summary>
    private static ExpressionStatementSyntax? StatementOf(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        return call.Parent is ExpressionStatementSyntax statement
            && arguments.Count <= 2
            && IsNamed(arguments[0], "condition")
            && (arguments.Count == 1 || IsNamed(arguments[1], "message"))
            && !IsConstant(arguments[0].Expression)
                ? statement
                : null;
    }

    private static bool IsNamed(ArgumentSyntax argument, string name) =>
        argument.RefKindKeyword.RawKind == 0 && (argument.NameColon is null || argument.NameColon.Name.Identifier.ValueText == name);

    // As an if, a constant condition would make the compiler warn of unreachable code.
    private static bool IsConstant(ExpressionSyntax condition) =>
        condition.DescendantNodesAndSelf().All(node =>
            node is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax or BinaryExpressionSyntax or ParenthesizedExpressionSyntax or ConditionalExpressionSyntax);

    /// <summary>
    /// Turns <c>Assert(condition, message);</c> into <c>if(condition) { } else throw Failed.Assertion("condition", message);</c>,
    /// which keeps the variables that the condition declares assigned afterwards and evaluates the message only on failure.
    /// </summary>
    private static IEnumerable<TextEdit> AsStatement(InvocationExpressionSyntax call, ExpressionStatementSyntax statement)
    {
        var arguments = call.ArgumentList.Arguments;
        var failure = $") {{ }} else throw {Failed}({TextOf(arguments[0])}";
        var isEmbedded = statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax or LabeledStatementSyntax);

        // Braces keep an else that follows with the if of the user.
        if (isEmbedded)
            yield return TextEdit.Before(statement, "{ ");
        yield return TextEdit.Replace(((IdentifierNameSyntax)call.Expression).Identifier, "if");
        foreach (var edit in arguments.SelectMany(WithoutName))
            yield return edit;
        yield return arguments.Count == 1
            ? TextEdit.After(arguments[0], failure)
            : TextEdit.Replace(arguments.GetSeparator(0), $"{failure}, ");
        // Only the last statement of a cell may lack it; where it is an error, the error must stay.
        if (statement.SemicolonToken is { IsMissing: true, ContainsDiagnostics: false })
            yield return TextEdit.After(call, ";");
        if (isEmbedded)
            yield return TextEdit.After(statement, " }");
    }

    private static IEnumerable<TextEdit> WithoutName(ArgumentSyntax argument) =>
        argument.NameColon is { } name ? [TextEdit.Replace(name.Name.Identifier, ""), TextEdit.Replace(name.ColonToken, "")] : [];

    private static IEnumerable<TextEdit> AsCall(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        var condition = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText is "condition") ?? arguments[0];
        yield return TextEdit.Replace(((IdentifierNameSyntax)call.Expression).Identifier, Check);

        // An expression tree may hold neither omitted arguments nor named ones out of place.
        var position = arguments.Any(argument => argument.NameColon is not null) ? "source: " : arguments.Count == 1 ? "null, " : "";
        yield return TextEdit.After(arguments[^1], $", {position}{TextOf(condition)}");
    }

    private static string TextOf(ArgumentSyntax condition) => SymbolDisplay.FormatLiteral(SourceLine.Of(condition.Expression), quote: true);
}
