using IpytestNet.Assertions.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>
/// Reads a condition into its parts, and captures the values of those that can be passed through a call without a change of meaning.
/// What it does not know it leaves alone.
/// </summary>
/// <param name="cell">The bound code.</param>
/// <param name="captures">Takes the captures.</param>
/// <param name="position">The place of the assertion, whose scope names are looked up in.</param>
/// <param name="condition">The condition.</param>
/// <param name="maxDepth">How deep within the condition values are captured.</param>
internal sealed partial class ConditionReader(BoundCell cell, CaptureList captures, int position, ExpressionSyntax condition, int maxDepth)
{
    private readonly SemanticModel _model = cell.Model;
    private readonly StableVariables _stable = new(condition, cell.Model);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _depth;
    private int _branch;
    private int _branches;

    /// <summary>Whether of several uses of a variable only the first is captured, since there are too many.</summary>
    public bool CapturesNamesOnce { get; init; }

    /// <summary>Reads the condition.</summary>
    public Part Read() => Visit(condition, Use.Truth, isRoot: true);

    private Part Visit(ExpressionSyntax expression, Use use, bool isRoot = false)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Visit(inner.Expression, use, isRoot);
            case CheckedExpressionSyntax inner:
                return Visit(inner.Expression, use, isRoot);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner:
                return Visit(inner.Operand, use, isRoot);
        }

        if (!isRoot && Known(expression) is { } constant)
            return constant;
        if (IsQualifier(expression))
            return Opaque(expression);
        _depth++;
        var part = ReadParts(expression, use);
        _depth--;
        // That the whole condition is false need not be kept; that it is null does.
        return isRoot && _model.GetTypeInfo(expression).Type?.SpecialType is SpecialType.System_Boolean ? part : Captured(expression, part, use);
    }

    private Part ReadParts(ExpressionSyntax expression, Use use) => expression switch
    {
        SimpleNameSyntax => Opaque(expression),
        MemberAccessExpressionSyntax access => Value(access, Member(access, use)),
        ElementAccessExpressionSyntax access => Value(access, Element(access, use)),
        ConditionalAccessExpressionSyntax access => Value(access, Conditional(access)),
        InvocationExpressionSyntax call => Call(call),
        BinaryExpressionSyntax binary => Binary(binary),
        PrefixUnaryExpressionSyntax unary => Prefix(unary),
        AwaitExpressionSyntax awaited => Value(awaited, [Visit(awaited.Expression, Use.PartsOnly)]),
        IsPatternExpressionSyntax match => new Part.Match(
            TextOf(match), Matched(match.Expression), new PatternReader(cell).Read(match.Pattern)),
        ConditionalExpressionSyntax choice => Choice(choice),
        SwitchExpressionSyntax choice => Value(choice, Switch(choice)),
        AssignmentExpressionSyntax assignment => Value(assignment, Assigned(assignment)),
        CastExpressionSyntax cast => Value(cast, ConversionRule.AllowsCastOf(cast.Expression) ? [Visit(cast.Expression, OperandOf(cast))] : []),
        RangeExpressionSyntax range => Value(range, Ends(range)),
        InterpolatedStringExpressionSyntax text => Value(text, Holes(text)),
        CollectionExpressionSyntax list => List(list),
        QueryExpressionSyntax query => Value(query, [Visit(query.FromClause.Expression, Use.Value)]),
        _ => Value(expression, Creation(expression)),
    };

    /// <summary>Captures the value of a part, if that is safe and of use.</summary>
    private Part Captured(ExpressionSyntax expression, Part part, Use use)
    {
        if (use is Use.PartsOnly or Use.Variable || _depth > maxDepth || (use is Use.Truth && FollowsFromParts(part)))
            return part;
        if (_stable.Find(expression, _branch) is { } known)
            return part with { Slot = known };
        var type = _model.GetTypeInfo(expression).Type;
        // What is evaluated in any case need not be captured if it can be read when the assertion fails.
        if (_branch == 0 && use is (Use.Value or Use.Truth) && TypeRule.Allows(type) && captures.HasRoom() && _stable.IsGiven(expression))
            return part with { Slot = captures.Given(expression.ToString()) };
        if (CapturesNamesOnce && expression is IdentifierNameSyntax name && !_names.Add(name.Identifier.ValueText))
            return part;
        if (!captures.HasRoom() || !CaptureRules.Allow(expression, type, _model) || Slot(expression, type!, use) is not { } slot)
            return part;
        _stable.Add(expression, _branch, slot);
        return part with { Slot = slot, BindsLoosely = BindsLoosely(expression) };
    }

    private static bool BindsLoosely(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax or ConditionalExpressionSyntax or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax => true,
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.CoalesceExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression,
        _ => false,
    };

    private int? Slot(ExpressionSyntax expression, ITypeSymbol type, Use use)
    {
        if (TypeRule.IsSequence(type))
        {
            return use switch
            {
                Use.Elements => captures.Around(expression, "Elements", TypeNames.Object),
                Use.ElementsIfRead => captures.Around(expression, "ElementsIfRead", TypeNames.Object),
                // Of a sequence that nobody reads there is nothing to show, but a variable may hold a list.
                _ => expression is SimpleNameSyntax or MemberAccessExpressionSyntax ? captures.Around(expression, CaptureList.Object, TypeNames.Object) : null,
            };
        }

        if (type.TypeKind is TypeKind.Dynamic)
            return captures.Around(expression, "Dynamic", TypeNames.Object, cast: "(object)");
        if (type.IsReferenceType)
            return captures.Around(expression, CaptureList.Object, TypeNames.Object);
        return TypeNames.Of(type, _model, position) is { } name
            ? captures.Around(expression, CaptureList.Value, name)
            : captures.Around(expression, CaptureList.Object, TypeNames.Object);
    }

    // The truth of these follows from which of their parts were reached, so long as one of them tells.
    private static bool FollowsFromParts(Part part) =>
        part is Part.Logical or Part.Not or Part.Comparison or Part.Match or Part.Choice && Tells(part);

    private static bool Tells(Part part) => part switch
    {
        { Slot: not null } => true,
        Part.Logical or Part.Choice => Tells(part.Parts[0]),
        _ => part.Parts.Any(Tells),
    };

    private Part.Constant? Known(ExpressionSyntax expression)
    {
        if (expression is TypeOfExpressionSyntax)
            return new Part.Constant(TextOf(expression), Known: null, TextOf(expression));
        if (_model.GetConstantValue(expression) is not { HasValue: true, Value: var value })
            return null;
        var isNamed = _model.GetTypeInfo(expression).Type?.TypeKind is TypeKind.Enum;
        return new Part.Constant(TextOf(expression), value, isNamed ? TextOf(expression) : null);
    }

    private bool IsQualifier(ExpressionSyntax expression) =>
        expression is BaseExpressionSyntax or ThisExpressionSyntax or PredefinedTypeSyntax
        || (expression is TypeSyntax or MemberAccessExpressionSyntax && _model.GetSymbolInfo(expression).Symbol is INamespaceOrTypeSymbol or IMethodSymbol or null && !IsDynamic(expression));

    private bool IsDynamic(ExpressionSyntax expression) => _model.GetTypeInfo(expression).Type?.TypeKind is TypeKind.Dynamic;

    /// <summary>Reads a part that is not always evaluated.</summary>
    /// <param name="read">Reads it.</param>
    /// <param name="reached">The bits that are set when it begins, if known.</param>
    private T Branch<T>(Func<T> read, ulong? reached)
    {
        var outer = _branch;
        _branch = ++_branches;
        captures.Known = reached;
        var part = read();
        _branch = outer;
        return part;
    }

    /// <summary>Reads parts of which any may not be evaluated: what is reached behind them is not known.</summary>
    private T Branching<T>(Func<ulong?, T> read)
    {
        var (count, reached) = (captures.Variables.Count, captures.Known);
        var parts = read(reached);
        captures.Known = captures.Variables.Count > count ? null : reached;
        return parts;
    }

    private Part.Value Value(ExpressionSyntax expression, IReadOnlyList<Part> parts) => new(TextOf(expression), parts);

    private Part.Value Opaque(ExpressionSyntax expression) => Value(expression, []);

    private string TextOf(SyntaxNode node) => cell.TextOf(node.Span);
}
