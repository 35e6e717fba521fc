using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>The parts of the code that are excluded: clauses whose header is marked, statements on marked lines, and what has the attribute.</summary>
internal sealed class Exclusions
{
    private static readonly HashSet<string> ExcludingAttributes = new(["ExcludeFromCodeCoverage", "ExcludeFromCodeCoverageAttribute"], StringComparer.Ordinal);

    private static readonly HashSet<string> GeneratedAttributes =
        new(["GeneratedCode", "GeneratedCodeAttribute", "CompilerGenerated", "CompilerGeneratedAttribute"], StringComparer.Ordinal);

    private readonly HashSet<SyntaxNode> _nodes = [];
    private readonly SourceText _text;
    private readonly IReadOnlySet<int> _marked;
    private readonly IReadOnlySet<int> _optional;

    private Exclusions(SourceText text, IReadOnlySet<int> marked, IReadOnlySet<int> optional)
    {
        _text = text;
        _marked = marked;
        _optional = optional;
    }

    /// <summary>Finds what is excluded.</summary>
    /// <param name="root">The code.</param>
    /// <param name="rules">The rules.</param>
    public static Exclusions Of(SyntaxNode root, ExclusionRules rules)
    {
        var text = root.SyntaxTree.GetText();
        var exclusions = new Exclusions(text, MarkedLines.Excluded(root, text, rules), MarkedLines.Optional(root, text, rules));
        if (exclusions._marked.Count > 0)
        {
            foreach (var node in root.DescendantNodes())
                exclusions.Consider(node);
        }

        return exclusions;
    }

    /// <summary>Whether a node is excluded with all that is in it; of an <c>if</c>, all but its <c>else</c>.</summary>
    public bool Contains(SyntaxNode node) => _nodes.Contains(node) || HasAttribute(node, ExcludingAttributes);

    /// <summary>Whether code was made by a generator, and is not counted at all.</summary>
    public static bool IsGenerated(SyntaxNode node) => HasAttribute(node, GeneratedAttributes);

    /// <summary>Whether what a decision chooses is excluded, so that it is none.</summary>
    public bool ContainsChoice(StatementSyntax? choice) => choice is not null
        && (Contains(choice)
            || (choice.Parent is ElseClauseSyntax clause && Contains(clause))
            || (choice is BlockSyntax { Statements: [var first, ..] } && ContainsChoice(first)));

    /// <summary>Whether the outcomes at a line, from 0, count as taken.</summary>
    public bool IsOptional(int line) => _optional.Contains(line);

    private void Consider(SyntaxNode node)
    {
        if (ClauseHeader.Of(node) is { } header ? IsMarked(header) : IsSimple(node) && OwnLines(node).Any(_marked.Contains))
            _nodes.Add(node);
    }

    private bool IsMarked(TextSpan span) => LinesOf(span).Any(_marked.Contains);

    private IEnumerable<int> LinesOf(TextSpan span)
    {
        var first = _text.Lines.IndexOf(span.Start);
        return Enumerable.Range(first, _text.Lines.IndexOf(span.End) - first + 1);
    }

    private static bool IsSimple(SyntaxNode node) => node
        is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax
        or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or BaseFieldDeclarationSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }
        or ConstructorInitializerSyntax;

    // A line of an arm or a lambda within the statement is theirs, unless they are on the first line as a whole.
    private IEnumerable<int> OwnLines(SyntaxNode statement)
    {
        var first = _text.Lines.IndexOf(statement.SpanStart);
        var inner = statement.DescendantNodes()
            .Where(node => node is SwitchExpressionArmSyntax or AnonymousFunctionExpressionSyntax)
            .SelectMany(node => LinesOf(node.Span) is var lines && node.Span.End <= _text.Lines[first].End ? [] : lines)
            .ToHashSet();
        return LinesOf(statement.Span).Where(line => !inner.Contains(line));
    }

    private static bool HasAttribute(SyntaxNode node, HashSet<string> names)
    {
        var lists = node switch
        {
            MemberDeclarationSyntax member => member.AttributeLists,
            AccessorDeclarationSyntax accessor => accessor.AttributeLists,
            LocalFunctionStatementSyntax function => function.AttributeLists,
            LambdaExpressionSyntax lambda => lambda.AttributeLists,
            CompilationUnitSyntax unit => unit.AttributeLists,
            _ => default,
        };
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (names.Contains(attribute.Name.GetLastToken().ValueText))
                    return true;
            }
        }

        return false;
    }
}
