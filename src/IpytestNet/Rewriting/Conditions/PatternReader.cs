using IpytestNet.Assertions.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>Reads patterns as far as they can be tried again on a captured value.</summary>
internal sealed class PatternReader(BoundCell cell)
{
    /// <summary>Reads a pattern.</summary>
    public Pattern Read(PatternSyntax pattern)
    {
        var text = cell.TextOf(pattern.Span);
        return pattern switch
        {
            DiscardPatternSyntax or VarPatternSyntax => new Pattern.Anything(text),
            ParenthesizedPatternSyntax inner => Read(inner.Pattern),
            ConstantPatternSyntax constant => OfConstant(constant.Expression, text),
            RelationalPatternSyntax relational when Known(relational.Expression) is { HasValue: true, Value: var value } =>
                new Pattern.Relational(text, relational.OperatorToken.Text, value),
            UnaryPatternSyntax negated => new Pattern.Not(text, Read(negated.Pattern)),
            BinaryPatternSyntax { OperatorToken.ValueText: "and" } both => new Pattern.And(text, Read(both.Left), Read(both.Right)),
            BinaryPatternSyntax either => new Pattern.Or(text, Read(either.Left), Read(either.Right)),
            TypePatternSyntax type => OfType(type.Type),
            DeclarationPatternSyntax declaration => OfType(declaration.Type),
            RecursivePatternSyntax recursive => OfRecursive(recursive, text),
            ListPatternSyntax list => OfList(list, text),
            _ => new Pattern.Unknown(text),
        };
    }

    /// <summary>Reads the type that a value is asked to be of.</summary>
    public Pattern OfType(TypeSyntax type) =>
        new Pattern.OfType(cell.TextOf(type.Span), NameOf(type));

    // A name alone may be a type or a constant.
    private Pattern OfConstant(ExpressionSyntax expression, string text)
    {
        if (cell.Model.GetSymbolInfo(expression).Symbol is ITypeSymbol type)
            return new Pattern.OfType(text, Display(type));
        return Known(expression) is { HasValue: true, Value: var value } ? new Pattern.Constant(text, value) : new Pattern.Unknown(text);
    }

    private Pattern OfRecursive(RecursivePatternSyntax pattern, string text)
    {
        var type = pattern.Type is null ? null : NameOf(pattern.Type);
        if (pattern.PositionalPatternClause is { } positional && MatchedType(pattern) is { IsTupleType: true })
            return new Pattern.Positional(text, [.. positional.Subpatterns.Select(element => Read(element.Pattern))]);
        if (Positions(pattern) is not { } positions)
            return new Pattern.Unknown(text);

        var members = pattern.PropertyPatternClause?.Subpatterns
            .Select(member => (Path: cell.TextOf(member.ExpressionColon!.Expression.Span), Pattern: Read(member.Pattern)));
        return new Pattern.Properties(text, type, [.. positions, .. members ?? []]);
    }

    /// <summary>Reads the patterns of positions, which are properties of a record; null where only the user's code could take the value apart.</summary>
    private IReadOnlyList<(string Path, Pattern Pattern)>? Positions(RecursivePatternSyntax pattern)
    {
        if (pattern.PositionalPatternClause is not { } positional)
            return [];
        var positions = positional.Subpatterns;
        var generated = MatchedType(pattern)?.GetMembers("Deconstruct")
            .OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.IsImplicitlyDeclared && method.Parameters.Length == positions.Count);
        return generated is null ? null : [.. positions.Select((position, index) => (generated.Parameters[index].Name, Read(position.Pattern)))];
    }

    private ITypeSymbol? MatchedType(RecursivePatternSyntax pattern) =>
        pattern.Type is { } type ? cell.Model.GetTypeInfo(type).Type : cell.Model.GetTypeInfo(pattern).Type;

    private Pattern.List OfList(ListPatternSyntax list, string text)
    {
        var slice = list.Patterns.IndexOf(pattern => pattern is SlicePatternSyntax);
        return new Pattern.List(
            text,
            [.. list.Patterns.Where(pattern => pattern is not SlicePatternSyntax).Select(Read)],
            slice < 0 ? null : slice);
    }

    private Optional<object?> Known(ExpressionSyntax expression) => cell.Model.GetConstantValue(expression);

    private string NameOf(TypeSyntax type) =>
        cell.Model.GetTypeInfo(type).Type is { } symbol and not IErrorTypeSymbol ? Display(symbol) : cell.TextOf(type.Span);

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
