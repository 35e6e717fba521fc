using System.Text;
using IpytestNet.Assertions.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>Writes an assertion that keeps the values of its parts in variables, and explains itself with them when it fails.</summary>
internal static class ExplainedCode
{
    private const string Note = "global::IpytestNet.Assertions.Failed.Note";

    private const int MaxDepth = 256;

    private static int _count;

    /// <summary>Gives the edits, or null if there is nothing to explain.</summary>
    public static IEnumerable<TextEdit>? Of(Assertion assertion, BoundCell cell)
    {
        var number = Interlocked.Increment(ref _count);
        var (condition, captures) = Read(assertion, cell, number);
        if (captures.Variables.Count == 0 && condition.Parts.Count == 0)
            return null;

        var site = AssertionSite.Add(new AssertionSite(
            assertion.TextIn(cell),
            assertion.CallIn(cell),
            assertion.IsNegated ? new Part.Not($"!({condition.Text})", condition) : condition));
        if (captures.Variables.Count == 0)
            return assertion.LowerKnown(site) ?? PlainCode.Of(assertion, cell, $"{site}, 0, new object[] {{ }}");

        var isOpen = CanStandOpen(assertion.Whole) && AssignmentRule.DeclaresVariables(assertion.Condition);
        var notes = !isOpen && CanThrow(assertion.Condition);
        var values = $"new object[] {{ {string.Join(", ", captures.Variables.Select(variable => variable.Name))} }}";
        // The bit says that the condition has been evaluated, so that what is thrown then is no exception within it.
        var reached = notes ? $"({captures.Reached} |= {AssertionSite.Evaluated})" : captures.Reached;
        var failed = $"{site}, {reached} | {captures.Always}, {values}";
        return
        [
            TextEdit.Before(assertion.Whole, $"{Open(assertion, number, isOpen)}{Declarations(captures)}{(notes ? "try { " : "")}"),
            // Of edits around one expression the first stand outside.
            .. assertion.Lower(failed, cell),
            .. captures.Edits,
            TextEdit.After(assertion.Whole, Close(assertion, captures, isOpen, notes ? Filter(number, $"{site}, {captures.Reached} | {captures.Always}, {values}") : "")),
        ];
    }

    // Of a condition with more parts than can be captured the outer ones say more.
    private static (Part Condition, CaptureList Captures) Read(Assertion assertion, BoundCell cell, int number)
    {
        for (var depth = MaxDepth; ; depth /= 2)
        {
            var captures = new CaptureList(number);
            var condition = new ConditionReader(cell, captures, assertion.Whole.SpanStart, assertion.Condition, depth) { CapturesNamesOnce = depth < MaxDepth }.Read();
            if (!captures.IsShort || depth <= 1)
                return (condition, captures);
        }
    }

    /// <summary>Whether several statements can stand in the place of a node.</summary>
    public static bool CanStandOpen(SyntaxNode whole) => whole.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax or LabeledStatementSyntax;

    private static string Open(Assertion assertion, int number, bool isOpen)
    {
        if (isOpen)
            return "";
        var function = $"__ipytest_assertion{number}";
        return IsOutlined(assertion) ? $"{function}(); [global::System.Diagnostics.StackTraceHidden] void {function}() {{ " : "{ ";
    }

    // The statements of a cell are one async function, which takes the longer to compile the more of them there are. The call comes
    // first, so that the line of the failure is that on which the assertion begins.
    private static bool IsOutlined(Assertion assertion) =>
        assertion.Whole.Parent is GlobalStatementSyntax && !assertion.Whole.DescendantNodes().Any(node => node is AwaitExpressionSyntax);

    private static string Declarations(CaptureList captures)
    {
        var text = new StringBuilder($"ulong {captures.Reached} = 0; ");
        foreach (var type in captures.Variables.Where(variable => variable.Type is not null).GroupBy(variable => variable.Type, StringComparer.Ordinal))
            text.Append($"{type.Key} {string.Join(", ", type.Select(variable => $"{variable.Name} = default"))}; ");
        return text.ToString();
    }

    private static string Filter(int number, string known) =>
        $" }} catch (global::System.Exception __ipytest_exception{number}) when ({Note}(__ipytest_exception{number}, {known})) {{ throw; }}";

    private static string Close(Assertion assertion, CaptureList captures, bool isOpen, string filter)
    {
        var end = assertion.LacksSemicolon ? ";" : "";
        if (!isOpen)
            return $"{end}{filter} }}";
        // At the top of a cell the variables are fields, which would keep what they hold alive.
        return assertion.Whole.Parent is GlobalStatementSyntax
            ? end + string.Concat(captures.Variables.Where(variable => variable.Type is not null).Select(variable => $" {variable.Name} = default;"))
            : end;
    }

    // Of what cannot throw nothing needs to be noted, and it is cheaper without a try.
    private static bool CanThrow(ExpressionSyntax condition) => condition.DescendantNodesAndSelf().Any(node => node
        is InvocationExpressionSyntax or ElementAccessExpressionSyntax or MemberAccessExpressionSyntax or CastExpressionSyntax
        or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax or SwitchExpressionSyntax or InterpolatedStringExpressionSyntax
        or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression or (int)SyntaxKind.ModuloExpression }
        or CheckedExpressionSyntax);
}
