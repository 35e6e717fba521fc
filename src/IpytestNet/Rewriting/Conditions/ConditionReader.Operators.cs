using IpytestNet.Assertions.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

internal sealed partial class ConditionReader
{
    private Part Binary(BinaryExpressionSyntax binary) => binary.Kind() switch
    {
        SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression when IsTruth(binary) => Logical(binary),
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
            or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => Comparison(binary),
        SyntaxKind.IsExpression => new Part.Match(
            TextOf(binary), Visit(binary.Left, Use.Value), new PatternReader(cell).OfType((TypeSyntax)binary.Right)),
        SyntaxKind.CoalesceExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression => EndingEarly(binary),
        SyntaxKind.AsExpression => Value(binary, [Visit(binary.Left, Use.Value)]),
        _ => Value(binary, [.. Chain(binary).Select(operand => Operand(binary, operand))]),
    };

    // An operator of the user's makes another value of its operands.
    private bool IsTruth(BinaryExpressionSyntax binary) =>
        _model.GetTypeInfo(binary).Type?.SpecialType is SpecialType.System_Boolean
        && _model.GetSymbolInfo(binary).Symbol is not IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator };

    private Part.Logical Logical(BinaryExpressionSyntax binary)
    {
        var operands = Chain(binary);
        var first = Visit(operands.Pop(), Use.Truth);
        // When one operand begins, those before it are done.
        Part[] others = Branching(_ => operands.Select(operand => Branch(() => Visit(operand, Use.Truth), captures.Known)).ToArray());
        return new Part.Logical(TextOf(binary), binary.IsKind(SyntaxKind.LogicalAndExpression), [first, .. others]);
    }

    /// <summary>Reads <c>left ?? right</c>, or operators of the user's that may pass over their right operand.</summary>
    private Part.Value EndingEarly(BinaryExpressionSyntax binary)
    {
        var left = Operand(binary, binary.Left);
        return Value(binary, [left, Branching(reached => Branch(() => Operand(binary, binary.Right), reached))]);
    }

    private Part.Comparison Comparison(BinaryExpressionSyntax binary)
    {
        var isTuple = _model.GetTypeInfo(binary.Left).Type is { IsTupleType: true } || Inner(binary.Left) is TupleExpressionSyntax;
        return new Part.Comparison(TextOf(binary), binary.OperatorToken.Text, Compared(binary.Left), Compared(binary.Right))
        {
            ReferenceType = isTuple ? null : ReferenceType(binary),
        };

        Part Compared(ExpressionSyntax side) => isTuple && Inner(side) is TupleExpressionSyntax tuple ? Tuple(tuple) : Operand(binary, side);
    }

    // A struct is matched in its place, where what the match calls may change it.
    private Part Matched(ExpressionSyntax input)
    {
        if (Inner(input) is TupleExpressionSyntax tuple)
            return Tuple(tuple);
        return Visit(input, ReceiverRule.IsVariable(input, _model) && !ReceiverRule.IsImmutable(_model.GetTypeInfo(input).Type) ? Use.Variable : Use.Value);
    }

    // Elements that are compared or matched one by one, without becoming a tuple.
    private Part.Tuple Tuple(TupleExpressionSyntax tuple) => new(
        TextOf(tuple),
        [.. tuple.Arguments.Select(element => Inner(element.Expression) is TupleExpressionSyntax inner ? Tuple(inner) : Visit(element.Expression, Use.Value))]);

    /// <summary>Gives the type whose references <c>==</c> or <c>!=</c> compares, if it does.</summary>
    private string? ReferenceType(BinaryExpressionSyntax binary)
    {
        var isEquality = binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression);
        if (!isEquality || _model.GetSymbolInfo(binary).Symbol is not IMethodSymbol { MethodKind: MethodKind.BuiltinOperator, Parameters: [{ Type.SpecialType: SpecialType.System_Object }, _] })
            return null;
        var (left, right) = (_model.GetTypeInfo(binary.Left).Type, _model.GetTypeInfo(binary.Right).Type);
        return left is null || right is null
            ? null
            : (left.SpecialType is SpecialType.System_Object ? right : left).ToMinimalDisplayString(_model, position);
    }

    private Part Operand(BinaryExpressionSyntax binary, ExpressionSyntax operand)
    {
        // Interpolated strings that are added up to become one handler.
        if (_model.GetConversion(binary).IsInterpolatedStringHandler)
            return Opaque(operand);
        return Visit(operand, OperandOf(binary));
    }

    /// <summary>Gives the use of the operands of an operator or a conversion, which may be one of the user's that takes references.</summary>
    private Use OperandOf(ExpressionSyntax operation) =>
        _model.GetSymbolInfo(operation).Symbol is IMethodSymbol method && method.Parameters.Any(parameter => parameter.RefKind is not RefKind.None)
            ? Use.Variable
            : Use.Value;

    /// <summary>Lists the operands of <c>a + b + c</c>.</summary>
    private static Stack<ExpressionSyntax> Chain(BinaryExpressionSyntax binary)
    {
        var operands = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = binary;
        while (left is BinaryExpressionSyntax inner && inner.IsKind(binary.Kind()))
        {
            operands.Push(inner.Right);
            left = inner.Left;
        }

        operands.Push(left);
        return operands;
    }

    private static ExpressionSyntax Inner(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax parenthesized ? Inner(parenthesized.Expression) : expression;

    private Part Prefix(PrefixUnaryExpressionSyntax unary) => unary.Kind() switch
    {
        SyntaxKind.LogicalNotExpression when _model.GetTypeInfo(unary.Operand).Type?.SpecialType is SpecialType.System_Boolean =>
            new Part.Not(TextOf(unary), Visit(unary.Operand, Use.Truth)),
        SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression =>
            Value(unary, [Visit(unary.Operand, Use.Variable)]),
        _ => Value(unary, [Visit(unary.Operand, OperandOf(unary))]),
    };

    private Part Choice(ConditionalExpressionSyntax choice)
    {
        var asked = Visit(choice.Condition, Use.Value);
        var (whenTrue, whenFalse) = Branching(reached =>
            (Branch(() => Visit(choice.WhenTrue, Use.Value), reached), Branch(() => Visit(choice.WhenFalse, Use.Value), reached)));
        return _model.GetTypeInfo(choice).Type?.SpecialType is SpecialType.System_Boolean
            ? new Part.Choice(TextOf(choice), asked, whenTrue, whenFalse)
            : Value(choice, [asked, whenTrue, whenFalse]);
    }

    private Part[] Switch(SwitchExpressionSyntax choice)
    {
        var input = Matched(choice.GoverningExpression);
        // The guards of several arms may have been tried before the one that is taken.
        var arms = choice.Arms.SelectMany(arm => arm.WhenClause is { } when ? [when.Condition, arm.Expression] : new[] { arm.Expression });
        Part[] parts = Branching(_ => arms.Select(expression => Branch(() => Visit(expression, Use.Value), reached: null)).ToArray());
        return [input, .. parts];
    }

    private Part[] Assigned(AssignmentExpressionSyntax assignment) =>
        assignment.Right is RefExpressionSyntax || assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax
            ? []
            : assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression)
                ? [Branching(reached => Branch(() => Visit(assignment.Right, Use.Value), reached))]
                : [Visit(assignment.Right, OperandOf(assignment))];

    private Part[] Ends(RangeExpressionSyntax range) =>
        [.. new[] { range.LeftOperand, range.RightOperand }.OfType<ExpressionSyntax>().Select(end => Visit(end, Use.Value))];

    private Part[] Holes(InterpolatedStringExpressionSyntax text)
    {
        var holes = text.Contents.OfType<InterpolationSyntax>().Select(hole => hole.Expression);
        // A handler of the user's may want none of them, or not all.
        return _model.GetConversion(text).IsInterpolatedStringHandler
            ? Branching(_ => holes.Select(hole => Branch(() => Visit(hole, Use.Value), reached: null)).ToArray())
            : [.. holes.Select(hole => Visit(hole, Use.Value))];
    }

    private Part[] Creation(ExpressionSyntax expression) => expression switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList: { } list } =>
            _model.GetSymbolInfo(expression).Symbol is IMethodSymbol constructor ? Arguments(list, constructor.Parameters) : [],
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Elements(initializer),
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => Elements(initializer),
        WithExpressionSyntax with => [Visit(with.Expression, Use.Value)],
        // A name that a tuple or an anonymous object takes from an expression would be lost.
        TupleExpressionSyntax tuple => [.. tuple.Arguments.Select(element => Visit(element.Expression, element.NameColon is null ? Use.PartsOnly : Use.Value))],
        AnonymousObjectCreationExpressionSyntax creation =>
            [.. creation.Initializers.Select(member => Visit(member.Expression, member.NameEquals is null ? Use.PartsOnly : Use.Value))],
        _ => [],
    };

    /// <summary>Reads <c>[a, b, ..c]</c>, which has no value of its own before it is converted to the type that is wanted.</summary>
    private Part.List List(CollectionExpressionSyntax list) => new(
        TextOf(list),
        SimpleElementOf(_model.GetTypeInfo(list).ConvertedType),
        [.. list.Elements.Select(element => element switch
        {
            ExpressionElementSyntax single => WrittenElement(single.Expression),
            SpreadElementSyntax spread => new Part.Spread(TextOf(spread), Visit(spread.Expression, Use.Value)),
            _ => new Part.Value(TextOf(element), []),
        })]);

    // What a conversion of the user's makes of an element is not known.
    private Part WrittenElement(ExpressionSyntax element)
    {
        var part = Visit(element, Use.Value);
        return _model.GetConversion(element).IsUserDefined ? Value(element, [part]) : part;
    }

    /// <summary>Gives the type of a collection's elements if numbers and the like are converted to it.</summary>
    private static Type? SimpleElementOf(ITypeSymbol? collection)
    {
        var element = collection switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var only] } => only,
            _ => null,
        };
        if (element is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] })
            element = underlying;
        return element?.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double ? Type.GetType($"System.{element.MetadataName}") : null;
    }

    private Part[] Elements(InitializerExpressionSyntax initializer) =>
        [.. initializer.Expressions.SelectMany(element => element is InitializerExpressionSyntax inner ? Elements(inner) : [Visit(element, Use.Value)])];
}
