using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>Which arguments may be captured, by the parameters that they go to.</summary>
internal static class ArgumentRule
{
    private const string CallerArgumentExpression = "CallerArgumentExpressionAttribute";

    /// <summary>Gives the use of an argument, or null if it must stay as it is written.</summary>
    public static Use? UseOf(ArgumentSyntax argument, IParameterSymbol? parameter, ImmutableArray<IParameterSymbol> all)
    {
        if (argument.Expression is DeclarationExpressionSyntax || (parameter is not null && IsQuoted(parameter, all)))
            return null;
        return argument.RefKindKeyword.RawKind != 0 || parameter is { RefKind: not RefKind.None } ? Use.Variable : Use.Value;
    }

    /// <summary>Gives the parameter that an argument goes to.</summary>
    public static IParameterSymbol? ParameterOf(ArgumentSyntax argument, int index, ImmutableArray<IParameterSymbol> parameters)
    {
        if (argument.NameColon is { } name)
            return parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText);
        if (index < parameters.Length)
            return parameters[index];
        return parameters.LastOrDefault();
    }

    /// <summary>Whether another parameter gets the text of the argument.</summary>
    public static bool IsQuoted(IParameterSymbol parameter, ImmutableArray<IParameterSymbol> all) => all.Any(other => QuotedBy(other) == parameter.Name);

    /// <summary>Gives the name of the parameter of which another gets the text; null if it gets none.</summary>
    public static string? QuotedBy(IParameterSymbol parameter) => parameter.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name is CallerArgumentExpression)
        .Select(attribute => attribute.ConstructorArguments is [{ Value: string quoted }] ? quoted : null)
        .FirstOrDefault();
}
