using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>A fixture of the notebook.</summary>
/// <param name="definition">Its function.</param>
/// <param name="key">The name under which it is looked up.</param>
internal sealed class Fixture(Definition definition, string key)
{
    private readonly AttributeSyntax _attribute = XunitSymbols.AttributesOf(definition.Member, definition.Cell.Model)
        .First(attribute => attribute.Class?.Name is "FixtureAttribute").Syntax;

    /// <summary>The name under which it is looked up.</summary>
    public string Key => key;

    /// <summary>Its function.</summary>
    public Definition Definition => definition;

    /// <summary>The function as the compiler knows it.</summary>
    public IMethodSymbol Method => (IMethodSymbol)definition.Symbol;

    /// <summary>How long its value lives, as a number; 2 and more for longer than a test.</summary>
    public int Scope => (Argument("Scope") ?? _attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression)?.ToString() switch
    {
        { } text when text.EndsWith("Session", StringComparison.Ordinal) => 3,
        { } text when text.EndsWith("Module", StringComparison.Ordinal) => 2,
        { } text when text.EndsWith("Class", StringComparison.Ordinal) => 1,
        _ => 0,
    };

    /// <summary>Whether all tests use it.</summary>
    public bool IsAutoUsed => Argument("AutoUse")?.ToString() is "true";

    /// <summary>The values that it has one after the other, as C#; null if it has none.</summary>
    public IReadOnlyList<string>? Params => Argument("Params") switch
    {
        CollectionExpressionSyntax values => [.. values.Elements.Select(element => element.ToString())],
        ArrayCreationExpressionSyntax { Initializer: { } values } => [.. values.Expressions.Select(value => value.ToString())],
        ImplicitArrayCreationExpressionSyntax values => [.. values.Initializer.Expressions.Select(value => value.ToString())],
        _ => null,
    };

    /// <summary>The name of what has its values, or null.</summary>
    public string? ParamsFrom => Argument("ParamsFrom") is { } name ? definition.Cell.Model.GetConstantValue(name).Value as string : null;

    /// <summary>Whether its value is what it yields.</summary>
    public bool IsIterator => ((MethodDeclarationSyntax)definition.Syntax)
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node is YieldStatementSyntax);

    private ExpressionSyntax? Argument(string name) =>
        _attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;
}
