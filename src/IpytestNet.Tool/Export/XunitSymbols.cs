using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>What attributes mean to xUnit and to ipytest.</summary>
internal static class XunitSymbols
{
    /// <summary>The class of an attribute.</summary>
    public static INamedTypeSymbol? ClassOf(AttributeSyntax attribute, SemanticModel model) =>
        (model.GetSymbolInfo(attribute).Symbol ?? model.GetSymbolInfo(attribute).CandidateSymbols.FirstOrDefault())?.ContainingType;

    /// <summary>Whether an attribute makes a test.</summary>
    public static bool IsFact(INamedTypeSymbol? attribute) => Implements(attribute, "IFactAttribute");

    /// <summary>Whether an attribute makes a test with data.</summary>
    public static bool IsTheory(INamedTypeSymbol? attribute) => Implements(attribute, "ITheoryAttribute");

    /// <summary>Whether an attribute gives data.</summary>
    public static bool IsData(INamedTypeSymbol? attribute) => Implements(attribute, "IDataAttribute");

    /// <summary>Whether an attribute is one of ipytest.</summary>
    public static bool IsOurs(INamedTypeSymbol? attribute) => attribute is { ContainingNamespace: { Name: "IpytestNet", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The attributes of a declaration, each with its class.</summary>
    public static IEnumerable<(AttributeSyntax Syntax, INamedTypeSymbol? Class)> AttributesOf(MemberDeclarationSyntax member, SemanticModel model) =>
        member.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => (attribute, ClassOf(attribute, model)));

    /// <summary>Whether a method is a test by attribute.</summary>
    public static bool IsTestByAttribute(MemberDeclarationSyntax member, SemanticModel model) => AttributesOf(member, model).Any(attribute => IsFact(attribute.Class));

    /// <summary>Whether a function is a fixture.</summary>
    public static bool IsFixture(MemberDeclarationSyntax member, SemanticModel model) =>
        AttributesOf(member, model).Any(attribute => IsOurs(attribute.Class) && attribute.Class!.Name is "FixtureAttribute");

    /// <summary>Whether a type has tests itself.</summary>
    public static bool HasTests(TypeDeclarationSyntax type, SemanticModel model) => type.Members.OfType<MethodDeclarationSyntax>().Any(method => IsTestByAttribute(method, model));

    /// <summary>Whether a function of a cell is a test: by attribute, or by its name.</summary>
    public static bool IsTest(MethodDeclarationSyntax function, SemanticModel model)
    {
        if (IsFixture(function, model))
            return false;
        if (IsTestByAttribute(function, model))
            return true;
        return function.Identifier.ValueText.StartsWith("est", 1)
            && function.TypeParameterList is null
            && model.GetDeclaredSymbol(function) is { } symbol
            && (symbol.ReturnsVoid || IsTask(symbol.ReturnType));
    }

    /// <summary>Whether a type is something to wait for that has no value.</summary>
    public static bool IsTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    private static bool Implements(INamedTypeSymbol? type, string name) => type?.AllInterfaces.Any(candidate => candidate.Name == name) is true;

    private static bool StartsWith(this string name, string rest, int from) =>
        name.Length > from && name[0] is 'T' or 't' && name.AsSpan(from).StartsWith(rest, StringComparison.Ordinal);
}
