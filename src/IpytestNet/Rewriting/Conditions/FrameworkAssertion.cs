using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>
/// An <c>Assert.True(…)</c> of xUnit, or its like of NUnit or MSTest. What fails it is still the framework's own call, with the explanation
/// as its message, so that the exception and all that the framework makes of a failure stay.
/// </summary>
internal sealed record FrameworkAssertion(SyntaxNode Whole, InvocationExpressionSyntax Call, IMethodSymbol Method)
    : Assertion(Whole, Call.ArgumentList.Arguments[0].Expression)
{
    /// <inheritdoc/>
    public override bool IsNegated => Method.Name is "False" or "IsFalse";

    /// <summary>Gives the assertion that a call is, or null.</summary>
    /// <inheritdoc cref="DebugAssertion.Of"/>
    public static FrameworkAssertion? Of(InvocationExpressionSyntax call, SyntaxNode whole, IMethodSymbol method) =>
        IsAssertion(method) && TakesTruth(method) && MessageArguments.AreInOrder(call.ArgumentList, method) && call.Expression is MemberAccessExpressionSyntax
            ? new FrameworkAssertion(whole, call, method)
            : null;

    /// <inheritdoc/>
    public override string TextIn(BoundCell cell) => CallIn(cell);

    /// <inheritdoc/>
    public override string CallIn(BoundCell cell) => $"{NameOf(Call)}({cell.TextOf(Condition.Span)})";

    /// <inheritdoc/>
    public override IEnumerable<TextEdit> Lower(string? failure, BoundCell cell)
    {
        if (failure is null)
            return [];
        var arguments = Call.ArgumentList.Arguments;
        var open = $") {{ }} else {NameOf(Call)}({(IsNegated ? "true" : "false")}, {AssertRewriter.Explain}({failure}";
        return
        [
            .. NameBecomesIf(Call.Expression),
            .. MessageArguments.WithoutNames(arguments),
            .. arguments.Count == 1
                ? [TextEdit.After(arguments[0], open + ")")]
                : MessageArguments.AsOneText(arguments, open + ", ", separator: null).Append(TextEdit.After(Call.ArgumentList, ")")),
            // Of what closes one expression the last stands inside.
            .. Truth(),
        ];
    }

    private IEnumerable<TextEdit> Truth()
    {
        var (open, close) = (Method.Parameters[0].Type.SpecialType is SpecialType.System_Boolean, IsNegated) switch
        {
            (true, false) => ("", ""),
            (true, true) => ("!(", ")"),
            (false, true) => ("(", ") == false"),
            (false, false) => ("(", ") == true"),
        };
        return open.Length == 0 ? [] : [TextEdit.Before(Condition, open), TextEdit.After(Condition, close)];
    }

    private static bool IsAssertion(IMethodSymbol method) => (method.ContainingType?.ToDisplayString(), method.Name) switch
    {
        ("Xunit.Assert", "True" or "False") => true,
        ("NUnit.Framework.Assert" or "NUnit.Framework.Legacy.ClassicAssert", "True" or "False" or "IsTrue" or "IsFalse" or "That") => true,
        ("Microsoft.VisualStudio.TestTools.UnitTesting.Assert", "IsTrue" or "IsFalse") => true,
        _ => false,
    };

    private static bool TakesTruth(IMethodSymbol method) => method.Parameters is [{ Type: var type }, ..]
        && (type.SpecialType is SpecialType.System_Boolean
            || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] });
}
