using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>Makes plain xUnit of the notebook's <c>Assert(condition, message)</c>.</summary>
internal static class AssertLowering
{
    private const string Name = "Assert";

    /// <summary>Lowers the assertions of a cell.</summary>
    /// <param name="code">The C# of the cell.</param>
    /// <param name="alwaysIf">Whether every statement becomes an <c>if</c>, for conditions that are no plain <see cref="bool"/>.</param>
    public static string Lower(string code, bool alwaysIf)
    {
        var root = CellSyntax.Parse(code, new HashSet<string>(StringComparer.Ordinal)).Root;
        var scopes = OwnNames.ScopesOf(root, Name);
        var changes = new TextChanges(code);
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call is { Expression: IdentifierNameSyntax { Identifier.ValueText: Name }, ArgumentList: { Arguments.Count: 1 or 2, CloseParenToken.IsMissing: false } }
                && !scopes.Exists(scope => scope.Contains(call.Span)))
            {
                Lower(call, changes, alwaysIf);
            }
        }

        return changes.All();
    }

    private static void Lower(InvocationExpressionSyntax call, TextChanges changes, bool alwaysIf)
    {
        var arguments = call.ArgumentList.Arguments;
        var condition = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText is "condition")
            ?? arguments.First(argument => argument.NameColon is null);
        var message = arguments.FirstOrDefault(argument => argument != condition);
        foreach (var name in arguments.Select(argument => argument.NameColon).OfType<NameColonSyntax>())
            changes.Replace(name.Name.Identifier, name.Name.Identifier.ValueText is "message" ? "userMessage" : "condition");

        if (call.Parent is ExpressionStatementSyntax statement && arguments[0] == condition && (alwaysIf || Declares(condition) || !IsPlain(message?.Expression)))
            AsIf(call, statement, condition, message, changes);
        else
            AsCall(call, condition, message, changes);
    }

    // Variables that the condition declares are assigned behind it, and the message is evaluated only on failure.
    private static void AsIf(InvocationExpressionSyntax call, ExpressionStatementSyntax statement, ArgumentSyntax condition, ArgumentSyntax? message, TextChanges changes)
    {
        var isEmbedded = statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax or LabeledStatementSyntax);
        changes.Replace(((IdentifierNameSyntax)call.Expression).Identifier, isEmbedded ? "{ if " : "if ");
        changes.Insert(call.ArgumentList.OpenParenToken.Span.End, "!(");
        if (condition.NameColon is { } name)
            changes.Replace(name.Span, "");
        changes.Replace(
            Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(condition.Span.End, message?.Expression.SpanStart ?? call.ArgumentList.CloseParenToken.SpanStart),
            ")) throw Xunit.Sdk.FailException.ForFailure(" + (message is null ? TextOf(condition) : Opening(message.Expression)));
        if (message is not null && !IsText(message.Expression))
            changes.Insert(message.Span.End, Closing(message.Expression));
        if (statement.SemicolonToken.IsMissing)
            changes.Insert(call.Span.End, ";");
        if (isEmbedded)
            changes.Insert(statement.Span.End, " }");
    }

    private static void AsCall(InvocationExpressionSyntax call, ArgumentSyntax condition, ArgumentSyntax? message, TextChanges changes)
    {
        changes.Insert(call.Expression.Span.End, ".True");
        if (message is null)
        {
            changes.Insert(condition.Span.End, $", {TextOf(condition)}");
        }
        else if (!IsText(message.Expression))
        {
            changes.Insert(message.Expression.SpanStart, Opening(message.Expression));
            changes.Insert(message.Expression.Span.End, Closing(message.Expression));
        }

        if (call.Parent is ExpressionStatementSyntax { SemicolonToken.IsMissing: true })
            changes.Insert(call.Span.End, ";");
    }

    private static bool Declares(ArgumentSyntax condition) => condition
        .DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax)
        .Any(node => node is SingleVariableDesignationSyntax);

    // Cheap, and without effects: it may be evaluated although nothing fails.
    private static bool IsPlain(ExpressionSyntax? message) => message is null || message.DescendantNodesAndSelf().All(node =>
        node is LiteralExpressionSyntax or IdentifierNameSyntax or InterpolatedStringExpressionSyntax or InterpolatedStringContentSyntax or InterpolationFormatClauseSyntax or InterpolationAlignmentClauseSyntax);

    // A message may be of any type.
    private static string Opening(ExpressionSyntax message) => IsText(message) ? "" : message is IdentifierNameSyntax ? "$\"{" : "$\"{(";

    private static string Closing(ExpressionSyntax message) => message is IdentifierNameSyntax ? "}\"" : ")}\"";

    private static bool IsText(ExpressionSyntax message) =>
        message is InterpolatedStringExpressionSyntax || message.IsKind(SyntaxKind.StringLiteralExpression);

    private static string TextOf(ArgumentSyntax condition) => SymbolDisplay.FormatLiteral(SourceLine.Of(condition.Expression), quote: true);
}
