using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Sessions;

/// <summary>Reads what a cell defines: declarations from its syntax, variables from its live object.</summary>
internal static class DefinitionReader
{
    private static readonly HashSet<string> NoReferences = new(StringComparer.Ordinal);

    /// <summary>The definitions of a cell whose live object is there.</summary>
    /// <param name="sources">The cell, behind the files that it loads.</param>
    /// <param name="holder">The live object.</param>
    /// <param name="order">The place in the notebook's history.</param>
    public static IReadOnlyList<Definition> Read(IReadOnlyList<CellSource> sources, object holder, int order)
    {
        var definitions = new List<Definition>();
        foreach (var source in sources)
        {
            var first = definitions.Count;
            definitions.AddRange(source.Library is { } library ? InLibrary(source, library, holder, order) : InCell(source, holder, order));
            // Files run in their order, and before the cell.
            for (var i = first; i < definitions.Count; i++)
                definitions[i] = definitions[i] with { Position = i, IsLoaded = source != sources[^1] };
        }

        var known = definitions.Select(definition => definition.Name).ToHashSet(StringComparer.Ordinal);
        definitions.AddRange(Variables(holder).Where(known.Add).Select(name => new Definition
        {
            Name = name,
            Kind = DefinitionKind.Variable,
            Cell = sources[^1].Cell,
            Order = order,
            Position = int.MaxValue,
            Line = 0,
            Holder = holder,
            BoundAt = order,
            IsConftest = sources[^1].IsConftest,
        }));
        return definitions;
    }

    private static IEnumerable<Definition> InCell(CellSource source, object holder, int order) =>
        from member in source.Root.Members
        from named in Named(member)
        select Create(source, holder, order, member, named.Name, named.Kind);

    private static IEnumerable<Definition> InLibrary(CellSource source, Assembly library, object holder, int order) =>
        from member in source.Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>()
        from type in library.GetTypes()
        where !type.IsNested && type.Name.Split('`')[0] == member.Identifier.ValueText && (type.Namespace ?? "") == NamespaceOf(member)
        select Create(source, holder, order, member, member.Identifier.ValueText, DefinitionKind.Type) with
        {
            LibraryType = type,
            // It sees no cell, so it never has to be declared again.
            Text = "",
            References = NoReferences,
        };

    private static string NamespaceOf(SyntaxNode type) =>
        string.Join('.', type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name.ToString()));

    private static Definition Create(
        CellSource source, object holder, int order, MemberDeclarationSyntax member, string name, DefinitionKind kind) => new()
        {
            Name = name,
            Kind = kind,
            Cell = source.Cell,
            Order = order,
            Position = member.SpanStart,
            Line = member.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
            // A conftest.csx sees no cell either.
            Text = source.IsConftest ? "" : member.ToString(),
            Comments = [.. DocComment.Of(member)],
            References = source.IsConftest ? NoReferences : ReferencedNames.Of(member),
            IsConftest = source.IsConftest,
            Holder = holder,
            BoundAt = order,
        };

    private static IEnumerable<(string Name, DefinitionKind Kind)> Named(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [(method.Identifier.ValueText, DefinitionKind.Function)],
        PropertyDeclarationSyntax property => [(property.Identifier.ValueText, KindOf(property))],
        BaseTypeDeclarationSyntax type => [(type.Identifier.ValueText, DefinitionKind.Type)],
        DelegateDeclarationSyntax type => [(type.Identifier.ValueText, DefinitionKind.Type)],
        _ => [],
    };

    // An auto-property holds state, as a variable does; declared again it would lose it.
    private static DefinitionKind KindOf(PropertyDeclarationSyntax property) =>
        property.ExpressionBody is not null
        || property.AccessorList!.Accessors.All(accessor => accessor.Body is not null || accessor.ExpressionBody is not null)
            ? DefinitionKind.Function
            : DefinitionKind.Variable;

    private static IEnumerable<string> Variables(object holder) =>
        holder.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !field.Name.Contains('<', StringComparison.Ordinal))
            .Select(field => field.Name);
}
