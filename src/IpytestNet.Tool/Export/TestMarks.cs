using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>What attributes of ipytest say of a test.</summary>
internal sealed record TestMarks
{
    /// <summary>Why it is skipped, as C#; null if it is not.</summary>
    public string? Skip { get; init; }

    /// <summary>Conditions under which it is skipped, with their reasons, as C#.</summary>
    public IReadOnlyList<(string Condition, string Reason)> SkipIf { get; init; } = [];

    /// <summary>The arguments of the call that expects the failure, or null.</summary>
    public string? XFail { get; init; }

    /// <summary>Whether the body of the test must change.</summary>
    public bool ChangeBody => SkipIf is not [] || XFail is not null;

    /// <summary>Reads them from a test, and from the classes around it.</summary>
    /// <param name="members">The test and the classes, the test first.</param>
    /// <param name="model">What the compiler knows.</param>
    /// <param name="isFunction">Tells whether a name is that of a function without parameters.</param>
    public static TestMarks Read(IEnumerable<MemberDeclarationSyntax> members, SemanticModel model, Func<string, bool> isFunction)
    {
        var ours = members.SelectMany(member => XunitSymbols.AttributesOf(member, model)).Where(attribute => XunitSymbols.IsOurs(attribute.Class)).ToList();
        var skips = ours.Where(attribute => attribute.Class!.Name is "SkipAttribute").Select(attribute => First(attribute.Syntax) ?? "\"unconditional skip\"");
        var xfails = ours.Where(attribute => attribute.Class!.Name is "XFailAttribute").Select(attribute => Expectation(attribute.Syntax, model, isFunction)).ToList();
        return new TestMarks
        {
            Skip = skips.FirstOrDefault() ?? xfails.Select(xfail => xfail.NotRun).FirstOrDefault(),
            SkipIf = [.. ours.Where(attribute => attribute.Class!.Name is "SkipIfAttribute").Select(attribute => Condition(attribute.Syntax, model, isFunction))],
            XFail = xfails.Select(xfail => xfail.Arguments).FirstOrDefault(),
        };
    }

    private static (string Condition, string Reason) Condition(AttributeSyntax attribute, SemanticModel model, Func<string, bool> isFunction)
    {
        var condition = Code(attribute.ArgumentList!.Arguments[0].Expression, model, isFunction);
        return (condition, Named(attribute, "Reason") ?? SymbolDisplay.FormatLiteral($"condition: {condition}", quote: true));
    }

    private static (string? Arguments, string? NotRun) Expectation(AttributeSyntax attribute, SemanticModel model, Func<string, bool> isFunction)
    {
        var reason = First(attribute) ?? "\"\"";
        if (Named(attribute, "Run") is "false")
            return (null, reason);
        var arguments = reason;
        if (Named(attribute, "Strict") is { } strict and not "false")
            arguments += $", isStrict: {strict}";
        if (Named(attribute, "Raises") is { } raises)
            arguments += $", raises: {raises}";
        if (Argument(attribute, "Condition") is { } condition)
            arguments += $", when: {Code(condition, model, isFunction)}";
        return (arguments, null);
    }

    // The text of a condition is code of the notebook.
    private static string Code(ExpressionSyntax said, SemanticModel model, Func<string, bool> isFunction)
    {
        var value = model.GetConstantValue(said);
        var code = value is { HasValue: true, Value: bool constant } ? (constant ? "true" : "false") : value.Value as string ?? said.ToString();
        return isFunction(code) ? $"{code}()" : code;
    }

    private static string? First(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression.ToString();

    private static ExpressionSyntax? Argument(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    private static string? Named(AttributeSyntax attribute, string name) => Argument(attribute, name)?.ToString();
}
