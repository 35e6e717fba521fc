using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <content>Decisions within expressions.</content>
internal sealed partial class CodeInstrumenter
{
    /// <inheritdoc/>
    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        Decide(node.Condition, whenTrue: null, whenFalse: null, isDecision: true);
        Visit(node.WhenTrue);
        Visit(node.WhenFalse);
    }

    /// <inheritdoc/>
    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression)
        {
            Decide(node, whenTrue: null, whenFalse: null, isDecision: true);
            return;
        }

        if (node.IsKind(SyntaxKind.CoalesceExpression))
            Coalesce(node);
        base.VisitBinaryExpression(node);
    }

    /// <inheritdoc/>
    public override void VisitConditionalAccessExpression(ConditionalAccessExpressionSyntax node)
    {
        if (CanBeAskedForNull(node.Expression))
            AskForNull(node.Expression, CodeOf(node.Expression), needsBrackets: false);
        base.VisitConditionalAccessExpression(node);
    }

    /// <inheritdoc/>
    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            CoalesceAssign(node);
        base.VisitAssignmentExpression(node);
    }

    /// <inheritdoc/>
    public override void VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        Visit(node.GoverningExpression);
        var counted = node.Arms.Where(arm => !_exclusions.Contains(arm)).ToList();
        var areOutcomes = IsMeasured && !IsLeftOut(node.GoverningExpression) && counted.Count >= 2 && !_isExcluded;
        foreach (var arm in node.Arms)
            Arm(node, arm, areOutcomes && counted.Contains(arm));
    }

    private void Arm(SwitchExpressionSyntax choice, SwitchExpressionArmSyntax arm, bool isOutcome)
    {
        var isExcluded = _isExcluded;
        _isExcluded |= _exclusions.Contains(arm);
        var deciding = _unit;
        if (arm.WhenClause is { } guard)
            Guard(guard.Condition);
        var isNew = false;
        var unit = IsLeftOut(arm) ? _unit : NewUnit(arm.Expression.SpanStart, _unit, out isNew);
        if (!IsLeftOut(arm) && !_isExcluded && (isNew || isOutcome))
        {
            var probe = isNew ? unit!.Probes[0] : NewProbes(1);
            Selected(arm, probe);
            if (isOutcome && deciding is not null)
                Outcomes(choice.GoverningExpression, $"{CodeOf(choice.GoverningExpression)} switch", new Outcome($"case {CodeOf(arm.Pattern)}", probe, LineIfOther(unit!, deciding)));
        }

        Within(unit, () => Visit(arm.Expression));
        _isExcluded = isExcluded;
    }

    private static int? LineIfOther(CodeUnit unit, CodeUnit deciding) => unit.Line == deciding.Line ? null : unit.Line;

    // As a condition of the arm it changes neither its type nor what is assigned.
    private void Selected(SwitchExpressionArmSyntax arm, int probe)
    {
        _probed.Add(arm);
        if (arm.WhenClause is { Condition: var condition })
        {
            _edits.Add(TextEdit.Before(condition, "(") with { Extent = condition.Span.Length + 1 });
            _edits.Add(TextEdit.After(condition, $") && {_code.Passed(probe)}") with { Extent = condition.Span.Length + 1 });
        }
        else
        {
            // Before "when", a variable named "and" would be an operator.
            if (arm.Pattern.GetLastToken().Text is "and" or "or")
                _edits.AddRange([TextEdit.Before(arm.Pattern, "("), TextEdit.After(arm.Pattern, ")")]);
            _edits.Add(TextEdit.Before(arm.EqualsGreaterThanToken, $" when {_code.Passed(probe)} "));
        }
    }

    /// <summary>Notes the outcomes of a condition, at each of its operands, and visits it.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="whenTrue">The line that it leads to when it holds, or null.</param>
    /// <param name="whenFalse">The line that it leads to when it does not, or null.</param>
    /// <param name="isDecision">Whether its outcomes count.</param>
    /// <returns>The number of the probe that counts when the condition holds, and which the one follows for when it does not; null if several operands decide.</returns>
    private int? Decide(ExpressionSyntax condition, int? whenTrue, int? whenFalse, bool isDecision)
    {
        _entry = null;
        var leaves = ConditionLeaves.Of(condition, Model);
        var isWhole = leaves.Count == 1 && leaves[0] == Bare(condition);
        foreach (var leaf in leaves)
        {
            if (isDecision && IsMeasured && !IsLeftOut(leaf) && ConditionLeaves.CanBeCounted(leaf, Model))
                Count(leaf, isWhole ? (whenTrue, whenFalse) : (null, null));
            Visit(leaf);
        }

        return isWhole && _counted.TryGetValue(leaves[0], out var probe) ? probe : null;
    }

    private static ExpressionSyntax Bare(ExpressionSyntax condition) => condition is ParenthesizedExpressionSyntax { Expression: var inner } ? Bare(inner) : condition;

    private void Count(ExpressionSyntax leaf, (int? WhenTrue, int? WhenFalse) destinations)
    {
        var probe = NewProbes(2);
        _counted[leaf] = probe;
        _probed.Add(leaf);
        Outcomes(leaf, CodeOf(leaf), new("true", probe, destinations.WhenTrue), new("false", probe + 1, destinations.WhenFalse));
        // With && and || the compiler knows which variables are assigned when it holds and when it does not.
        _edits.Add(TextEdit.Before(leaf, "((("));
        _edits.Add(TextEdit.After(leaf, $") && {_code.Passed(probe)}) || {_code.Refused(probe + 1)})"));
    }

    private void Coalesce(BinaryExpressionSyntax node)
    {
        if (!CanBeAskedForNull(node.Left))
            return;
        if (!DeclaresVariables(node.Left))
            AskForNull(node.Left, CodeOf(node.Left), needsBrackets: true);
        else if (node.Left is ConditionalAccessExpressionSyntax { WhenNotNull: not ConditionalAccessExpressionSyntax } access && CanBeAskedForNull(access.Expression) && IsNullOnlyByAccess(access))
            AskThrough(access, CodeOf(node.Left));
    }

    // Behind a call the compiler would no longer know which of them are assigned.
    private static bool DeclaresVariables(SyntaxNode node) =>
        node.DescendantNodes(inner => inner is not AnonymousFunctionExpressionSyntax).Any(inner => inner is SingleVariableDesignationSyntax);

    private bool IsNullOnlyByAccess(ConditionalAccessExpressionSyntax access) =>
        Model.GetTypeInfo(access.WhenNotNull).Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };

    // It is null exactly when what its ?. asks is.
    private void AskThrough(ConditionalAccessExpressionSyntax access, string code)
    {
        var probe = _probes;
        Outcomes(access.WhenNotNull, code, new("null", probe), new("not null", probe + 1));
    }

    private void AskForNull(ExpressionSyntax value, string code, bool needsBrackets)
    {
        var probe = NewProbes(2);
        _probed.Add(value);
        Outcomes(value, code, new("null", probe), new("not null", probe + 1));
        if (needsBrackets)
            _edits.Add(TextEdit.Before(value, "("));
        _edits.Add(TextEdit.After(value, $"{(needsBrackets ? ")" : "")}{_code.Null(probe)}"));
    }

    // As an argument, a variable of any other type would be copied, and lose what is changed in it.
    private bool CanBeAskedForNull(ExpressionSyntax value)
    {
        if (!IsMeasured || IsLeftOut(value) || Model.GetConstantValue(value).HasValue || value is ThrowExpressionSyntax)
            return false;
        var type = Model.GetTypeInfo(value).Type;
        return type is not null and not IDynamicTypeSymbol and not IErrorTypeSymbol
            && (type.IsReferenceType || type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T);
    }

    private void CoalesceAssign(AssignmentExpressionSyntax node)
    {
        if (!IsMeasured || IsLeftOut(node.Right) || node.Right is ThrowExpressionSyntax || !CanBeCoalesced(node) || TypeText.Of(Model.GetTypeInfo(node.Right).ConvertedType, Model, node.SpanStart) is not { } type)
            return;
        var probe = NewProbes(2);
        _probed.Add(node.Right);
        Outcomes(node, CodeOf(node.Left), new("null", probe + 1), new("not null", probe, Others: probe + 1));
        _edits.Add(TextEdit.Before(node.Right, _code.Value(type, probe + 1)));
        _edits.Add(TextEdit.After(node.Right, ")"));
        if (node.Parent is ExpressionStatementSyntax statement)
        {
            var isEmbedded = IsEmbedded(statement);
            _edits.Add(TextEdit.Before(statement, (isEmbedded ? "{ " : "") + _code.Statement(probe)));
            if (isEmbedded)
                _edits.Add(TextEdit.After(statement, " }"));
        }
        else if (TypeText.Of(Model.GetTypeInfo(node).Type, Model, node.SpanStart) is { } whole)
        {
            _edits.Add(TextEdit.Before(node, _code.Value(whole, probe)));
            _edits.Add(TextEdit.After(node, ")"));
        }
    }

    private bool CanBeCoalesced(AssignmentExpressionSyntax node) =>
        node.Left is not MemberBindingExpressionSyntax and not ElementBindingExpressionSyntax
        && Model.GetTypeInfo(node.Left).Type is { } type and not IDynamicTypeSymbol
        && (type.IsReferenceType || type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T)
        && (node.Parent is ExpressionStatementSyntax || TypeText.Of(Model.GetTypeInfo(node).Type, Model, node.SpanStart) is not null);
}
