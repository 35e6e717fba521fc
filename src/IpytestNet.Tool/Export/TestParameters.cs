using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>Tells the parameters of a test that fixtures fill from those that its data fills.</summary>
internal static class TestParameters
{
    private static readonly string[] BuiltIn = ["request", "output", "cancellationToken", "tmpPath", "tmpPathFactory", "capsys", "environment"];

    /// <summary>Returns the parameters that fixtures fill.</summary>
    /// <param name="test">The test.</param>
    /// <param name="model">What the compiler knows.</param>
    /// <param name="fixtures">The fixtures of the notebook.</param>
    public static IReadOnlyList<IParameterSymbol> Filled(MethodDeclarationSyntax test, SemanticModel model, IReadOnlyList<Fixture> fixtures)
    {
        var parameters = model.GetDeclaredSymbol(test)!.Parameters;
        var attributes = XunitSymbols.AttributesOf(test, model).ToList();
        if (!attributes.Exists(attribute => XunitSymbols.IsTheory(attribute.Class)))
            return [.. parameters.Where(IsOpen)];
        var data = attributes.Where(attribute => XunitSymbols.IsData(attribute.Class)).ToList();
        var inline = data.Where(attribute => attribute.Class!.Name is "InlineDataAttribute").Select(attribute => attribute.Syntax.ArgumentList?.Arguments.Count(argument => argument.NameEquals is null) ?? 0).DefaultIfEmpty(0).Max();
        if (data.Count > 0 && data.TrueForAll(attribute => attribute.Class!.Name is "InlineDataAttribute"))
            return [.. parameters.Skip(inline).Where(IsOpen)];
        return [.. parameters.Skip(inline).Reverse().TakeWhile(parameter => !IsOpen(parameter) || IsOfFixture(parameter)).Where(IsOpen)];

        bool IsOfFixture(IParameterSymbol parameter) =>
            BuiltIn.Contains(FixtureSetup.Key(parameter.Name)) || fixtures.Any(fixture => fixture.Key == FixtureSetup.Key(parameter.Name));
    }

    /// <summary>Returns the parameters of a test without data that have a value of their own, which xUnit does not let a test have.</summary>
    public static IReadOnlyList<ParameterSyntax> Defaults(MethodDeclarationSyntax test, SemanticModel model) =>
        XunitSymbols.AttributesOf(test, model).Any(attribute => XunitSymbols.IsTheory(attribute.Class))
            ? []
            : [.. test.ParameterList.Parameters.Where(parameter => parameter.Default is not null || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))];

    private static bool IsOpen(IParameterSymbol parameter) => !parameter.HasExplicitDefaultValue && !parameter.IsParams;
}
