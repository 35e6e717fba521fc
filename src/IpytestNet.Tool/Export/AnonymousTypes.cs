using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Tool.Export;

/// <summary>Records in the place of the anonymous types of a cell that variables of the notebook have: a field must have a type with a name.</summary>
internal sealed class AnonymousTypes
{
    private readonly ScriptCell _cell;
    private readonly List<(INamedTypeSymbol Type, string Name)> _types = [];

    /// <param name="cell">The cell.</param>
    /// <param name="variables">The types of its variables that other code sees.</param>
    public AnonymousTypes(ScriptCell cell, IEnumerable<ITypeSymbol> variables)
    {
        _cell = cell;
        foreach (var type in variables)
            Add(type);
    }

    /// <summary>Declares the records.</summary>
    /// <param name="typeOf">Writes a type as C#.</param>
    public IEnumerable<string> Declarations(Func<ITypeSymbol, string> typeOf) => _types.Select(entry =>
    {
        var properties = entry.Type.GetMembers().OfType<IPropertySymbol>().ToList();
        var parameters = string.Join(", ", properties.Select(property => $"{typeOf(property.Type)} {property.Name}"));
        var shown = string.Join(", ", properties.Select(property => $"{property.Name} = {{{property.Name}}}"));
        return $"public sealed record {entry.Name}({parameters})\n{{\n    public override string ToString() => $\"{{{{ {shown} }}}}\";\n}}";
    });

    /// <summary>Puts the names of the records into a type as the compiler shows it.</summary>
    /// <param name="shown">The type.</param>
    /// <param name="position">Where it is shown.</param>
    public string Named(string shown, int position) => _types
        .Select(entry => (Anonymous: entry.Type.ToMinimalDisplayString(_cell.Model, position), entry.Name))
        .OrderByDescending(entry => entry.Anonymous.Length)
        .Aggregate(shown, (text, entry) => text.Replace(entry.Anonymous, entry.Name, StringComparison.Ordinal));

    /// <summary>Makes records of the objects that a member of the cell creates.</summary>
    public void Change(MemberDeclarationSyntax member, TextChanges changes)
    {
        if (_types is [])
            return;
        foreach (var creation in member.DescendantNodes().OfType<AnonymousObjectCreationExpressionSyntax>())
        {
            if (NameOf(_cell.Model.GetTypeInfo(creation).Type) is not { } name)
                continue;
            changes.Replace(TextSpan.FromBounds(creation.NewKeyword.Span.End, StartOf(creation)), $" {name}(");
            changes.Replace(TextSpan.FromBounds(creation.CloseBraceToken.GetPreviousToken().Span.End, creation.CloseBraceToken.Span.End), ")");
            foreach (var value in creation.Initializers.Where(value => value.NameEquals is not null))
                changes.Replace(TextSpan.FromBounds(value.SpanStart, value.Expression.SpanStart), "");
            if (creation.Initializers.SeparatorCount == creation.Initializers.Count)
                changes.Replace(creation.Initializers.GetSeparator(creation.Initializers.Count - 1), "");
        }
    }

    private static int StartOf(AnonymousObjectCreationExpressionSyntax creation) =>
        creation.OpenBraceToken.TrailingTrivia.All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) ? creation.OpenBraceToken.GetNextToken().SpanStart : creation.OpenBraceToken.Span.End;

    private string? NameOf(ITypeSymbol? type) => _types.Find(entry => SymbolEqualityComparer.Default.Equals(entry.Type, type)).Name;

    private void Add(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                Add(array.ElementType);
                break;
            case INamedTypeSymbol { IsAnonymousType: true } anonymous when NameOf(anonymous) is null:
                _types.Add((anonymous, $"Row{(_types.Count is 0 ? "" : $"{_types.Count + 1}")}_{_cell.Suffix}"));
                foreach (var property in anonymous.GetMembers().OfType<IPropertySymbol>())
                    Add(property.Type);
                break;
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                    Add(argument);
                break;
        }
    }
}
