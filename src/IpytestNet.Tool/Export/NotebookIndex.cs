using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>What the cells of a notebook define, and where it is used.</summary>
internal sealed class NotebookIndex
{
    private readonly Dictionary<(SyntaxTree Tree, Microsoft.CodeAnalysis.Text.TextSpan Span), Definition> _bySyntax = [];
    private readonly Dictionary<MemberDeclarationSyntax, List<Use>> _usesIn = [];
    private readonly ILookup<Definition, Use> _usesOf;

    /// <param name="cells">The cells that compile, in their order.</param>
    public NotebookIndex(IReadOnlyList<ScriptCell> cells)
    {
        Cells = cells;
        foreach (var cell in cells)
            Definitions.AddRange(cell.Root.Members.SelectMany(member => DefinedBy(cell, member)));
        foreach (var definition in Definitions)
            _bySyntax.TryAdd((definition.Syntax.SyntaxTree, definition.Syntax.Span), definition);
        foreach (var use in cells.SelectMany(UsesOf))
        {
            if (!_usesIn.TryGetValue(use.Member, out var uses))
                _usesIn[use.Member] = uses = [];
            uses.Add(use);
        }

        _usesOf = _usesIn.Values.SelectMany(uses => uses).ToLookup(use => use.Target);
    }

    /// <summary>The cells.</summary>
    public IReadOnlyList<ScriptCell> Cells { get; }

    /// <summary>What they define, in order.</summary>
    public List<Definition> Definitions { get; } = [];

    /// <summary>The names that attributes give in texts: of data and of conditions.</summary>
    public HashSet<string> NamesInTexts { get; } = new(StringComparer.Ordinal);

    /// <summary>What a member of a cell uses.</summary>
    public IReadOnlyList<Use> UsesIn(MemberDeclarationSyntax member) => _usesIn.GetValueOrDefault(member) ?? [];

    /// <summary>Where something is used.</summary>
    public IEnumerable<Use> UsesOf(Definition definition) => _usesOf[definition];

    /// <summary>What a member of a cell defines.</summary>
    public IEnumerable<Definition> DefinedIn(MemberDeclarationSyntax member) => Definitions.Where(definition => definition.Member == member);

    /// <summary>Finds what a symbol was declared as, or null if no cell declares it.</summary>
    public Definition? Find(ISymbol? symbol)
    {
        if (symbol is IMethodSymbol method)
            symbol = method.MethodKind is MethodKind.Constructor ? method.ContainingType : method.ReducedFrom ?? method;
        return symbol?.OriginalDefinition.DeclaringSyntaxReferences is [var declaration, ..] ? _bySyntax.GetValueOrDefault((declaration.SyntaxTree, declaration.Span)) : null;
    }

    private static IEnumerable<Definition> DefinedBy(ScriptCell cell, MemberDeclarationSyntax member)
    {
        var model = cell.Model;
        return member switch
        {
            FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => New(DefinitionKind.Variable, variable.Identifier, variable)),
            MethodDeclarationSyntax method => [New(cell.IsCell && XunitSymbols.IsTest(method, model) ? DefinitionKind.Test : DefinitionKind.Function, method.Identifier, method)],
            PropertyDeclarationSyntax property => [New(DefinitionKind.Function, property.Identifier, property)],
            BaseTypeDeclarationSyntax type => [New(DefinitionKind.Type, type.Identifier, type)],
            DelegateDeclarationSyntax type => [New(DefinitionKind.Type, type.Identifier, type)],
            GlobalStatementSyntax statement => statement.DescendantNodes().OfType<SingleVariableDesignationSyntax>()
                .Where(variable => model.GetDeclaredSymbol(variable) is IFieldSymbol)
                .Select(variable => New(DefinitionKind.Variable, variable.Identifier, variable)),
            _ => [],
        };

        Definition New(DefinitionKind kind, SyntaxToken name, SyntaxNode syntax) => new()
        {
            Cell = cell,
            Name = name.ValueText,
            ExportName = name.Text,
            Kind = kind,
            Symbol = model.GetDeclaredSymbol(syntax)!,
            Member = member,
            Syntax = syntax,
            LastRun = cell.Index,
        };
    }

    private IEnumerable<Use> UsesOf(ScriptCell cell)
    {
        foreach (var member in cell.Root.Members)
        {
            foreach (var node in member.DescendantNodes(descendIntoTrivia: false))
            {
                if (node is SimpleNameSyntax name && Find(SymbolOf(name, cell.Model)) is { } target)
                    yield return new Use(cell, name, member, target);
                else if (node is AttributeArgumentSyntax { Expression: LiteralExpressionSyntax { Token.Value: string text } })
                    AddNames(text);
            }
        }
    }

    private static ISymbol? SymbolOf(SimpleNameSyntax name, SemanticModel model)
    {
        var info = model.GetSymbolInfo(name);
        return info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
    }

    private void AddNames(string text)
    {
        if (text.Length < 500)
            NamesInTexts.UnionWith(SyntaxFactory.ParseTokens(text).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
    }
}
