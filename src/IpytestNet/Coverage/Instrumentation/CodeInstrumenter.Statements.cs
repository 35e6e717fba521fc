using IpytestNet.Rewriting;
using IpytestNet.Rewriting.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <content>Statements.</content>
internal sealed partial class CodeInstrumenter
{
    private void VisitStatement(StatementSyntax statement)
    {
        switch (statement)
        {
            case BlockSyntax block:
                VisitList(block.Statements);
                return;
            case LabeledStatementSyntax label:
                _entry = null;
                Visit(label.Statement);
                return;
            case LocalDeclarationStatementSyntax { IsConst: true } or EmptyStatementSyntax:
                return;
            case TryStatementSyntax or CheckedStatementSyntax or UnsafeStatementSyntax:
                VisitChildren(statement);
                return;
            case LocalFunctionStatementSyntax function:
                Function(function, function.Identifier.ValueText, function.Body, function.ExpressionBody, function.SemicolonToken);
                return;
        }

        _last = null;
        if (!_reachability.IsReachable(statement) || !IsWrittenByUser(statement))
            return;
        if (statement is IfStatementSyntax test && LoweredAssertion.Of(test) is not null)
            VisitUnit(test, () => Visit(test.Condition));
        else if (statement is DoStatementSyntax loop)
            Do(loop);
        else if (IsUnit(statement))
            VisitUnit(statement, () => VisitParts(statement));
        else
            VisitChildren(statement);
    }

    /// <summary>Visits statements that follow each other: what stands behind another on its line runs only after that one has begun.</summary>
    private void VisitList(IEnumerable<SyntaxNode> statements)
    {
        CodeUnit? last = null;
        foreach (var statement in statements)
        {
            // A jump comes to a label without what stands before it.
            _before = statement is LabeledStatementSyntax ? null : last;
            _last = null;
            Visit(statement);
            _before = null;
            last = _last ?? (statement is LocalFunctionStatementSyntax or EmptyStatementSyntax ? last : null);
        }
    }

    private static bool IsUnit(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax declaration => declaration.UsingKeyword.RawKind != 0 || declaration.Declaration.Variables.Any(variable => variable.Initializer is not null),
        _ => true,
    };

    private void VisitUnit(StatementSyntax statement, Action visitParts)
    {
        if (IsLeftOut(statement) || (IsEmbedded(statement) && statement is LocalDeclarationStatementSyntax))
        {
            _before = null;
            VisitChildren(statement);
            return;
        }

        // What its outcomes tell is known only behind them.
        var isLate = statement is IfStatementSyntax;
        var unit = NewUnit(statement.SpanStart, _before ?? _unit, out var isNew, hasProbe: !isLate);
        if (isNew && !isLate)
            Probe(statement, unit!.Probes[0]);
        _before = null;
        Within(unit, visitParts);
        if (isNew && isLate && !IsDerived(unit!, (IfStatementSyntax)statement))
        {
            unit!.Probes = [NewProbes(1)];
            Probe(statement, unit.Probes[0]);
        }

        if (unit is not null)
            _unitOf[statement] = unit;
        _last = unit;
    }

    /// <summary>Whether the outcomes of a condition, or the statements that it chooses between, tell that it has begun.</summary>
    private bool IsDerived(CodeUnit unit, IfStatementSyntax test)
    {
        var first = ConditionLeaves.Of(test.Condition, Model)[0];
        if (_counted.TryGetValue(first, out var outcomes) && _safe.Contain(first))
            unit.Probes = [outcomes, outcomes + 1];
        else if (test.Else is { } other && _safe.Contain(test.Condition) && FirstUnit(test.Statement, unit) is { } one && FirstUnit(other.Statement, unit) is { } two)
            unit.Probes = [.. one.Probes, .. two.Probes];
        return unit.Probes.Count > 0;
    }

    // A unit that runs if, and only if, the statement begins.
    private CodeUnit? FirstUnit(StatementSyntax statement, CodeUnit condition) => statement switch
    {
        BlockSyntax { Statements: [var first, ..] } => FirstUnit(first, condition),
        _ when _unitOf.TryGetValue(statement, out var unit) && unit != condition => unit,
        _ => null,
    };

    private void Do(DoStatementSyntax loop)
    {
        _entry = null;
        Within(unit: null, () => Visit(loop.Statement));
        if (Model.GetConstantValue(loop.Condition).HasValue)
            return;
        var unit = IsLeftOut(loop.Condition) ? null : NewUnit(loop.WhileKeyword.SpanStart, before: null, out _);
        if (unit is not null)
            Guarded(loop.Condition, unit);
        Within(unit, () => Decide(loop.Condition, loop.Statement, Destinations.After(loop)));
        _last = null;
    }

    private static bool IsEmbedded(StatementSyntax statement) =>
        statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax or LabeledStatementSyntax);

    private void Probe(StatementSyntax statement, int probe)
    {
        _probed.Add(statement);
        var isEmbedded = IsEmbedded(statement);
        _edits.Add(TextEdit.Before(statement, (isEmbedded ? "{ " : "") + _code.Statement(probe)));
        if (isEmbedded)
            _edits.Add(TextEdit.After(statement, " }"));
    }

    private void VisitParts(StatementSyntax statement)
    {
        switch (statement)
        {
            case IfStatementSyntax test:
                If(test);
                break;
            case WhileStatementSyntax loop:
                Enter(loop.Statement, Decide(loop.Condition, loop.Statement, Destinations.After(loop)));
                break;
            case ForStatementSyntax loop:
                For(loop);
                break;
            case CommonForEachStatementSyntax loop:
                ForEach(loop);
                break;
            case SwitchStatementSyntax choice:
                Switch(choice);
                break;
            default:
                VisitChildren(statement);
                break;
        }
    }

    private void If(IfStatementSyntax test)
    {
        var isChoice = _exclusions.ContainsChoice(test.Statement) || _exclusions.ContainsChoice(test.Else?.Statement);
        var whenTrue = Decide(
            test.Condition,
            PlaceOfFirst(test.Statement),
            test.Else is { } other ? PlaceOfFirst(other.Statement) : Destinations.After(test),
            isDecision: !isChoice && !_isExcluded);
        Enter(test.Statement, whenTrue);
        Else(test, whenTrue + 1);
    }

    /// <summary>Visits a statement; a probe has counted whenever it begins.</summary>
    private void Enter(StatementSyntax statement, int? probe)
    {
        _entry = probe;
        Visit(statement);
        _entry = null;
    }

    // What an excluded if leaves.
    private void Else(IfStatementSyntax test, int? probe)
    {
        if (test.Else is not { } clause)
            return;
        var isExcluded = _isExcluded;
        if (_exclusions.Contains(test) && !IsWithinExcluded(test))
            _isExcluded = false;
        _entry = probe;
        Visit(clause);
        _entry = null;
        _isExcluded = isExcluded;
    }

    private bool IsWithinExcluded(SyntaxNode node)
    {
        var child = node;
        for (var parent = node.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            // The else of an excluded if is not within it.
            if (_exclusions.Contains(parent) && !(parent is IfStatementSyntax test && child == test.Else))
                return true;
        }

        return false;
    }

    private void For(ForStatementSyntax loop)
    {
        Visit(loop.Declaration);
        foreach (var initializer in loop.Initializers)
            Visit(initializer);
        var whenTrue = loop.Condition is { } condition ? Decide(condition, loop.Statement, Destinations.After(loop)) : null;
        foreach (var incrementor in loop.Incrementors)
            Visit(incrementor);
        Enter(loop.Statement, whenTrue);
    }

    private int? Decide(ExpressionSyntax condition, StatementSyntax body, int? after) =>
        Decide(condition, PlaceOfFirst(body), after, isDecision: !_isExcluded && !_exclusions.ContainsChoice(body));

    private void ForEach(CommonForEachStatementSyntax loop)
    {
        Visit(loop.Expression);
        if (!IsMeasured || IsLeftOut(loop.Expression) || _exclusions.ContainsChoice(loop.Statement))
        {
            Visit(loop.Statement);
            return;
        }

        var probe = NewProbes(2);
        Outcomes(
            loop,
            loop is ForEachStatementSyntax named ? $"{named.Identifier.Text} in {CodeOf(loop.Expression)}" : CodeOf(loop.Expression),
            new("element", probe, PlaceOfFirst(loop.Statement)),
            new("exhausted", probe + 1, Destinations.After(loop)));
        _probed.Add(loop.Expression);
        var breaks = Jumps.BreaksOf(loop);
        var label = _code.Label(probe);
        _edits.Add(TextEdit.Before(loop, "{ "));
        _edits.Add(TextEdit.After(loop, $" {_code.Statement(probe + 1)}{(breaks.Count > 0 ? label + ": ; " : "")}}}"));
        _edits.AddRange(breaks.Select(jump => TextEdit.Replace(jump.BreakKeyword, "goto " + label)));
        Entered(loop.Statement, probe);
        Enter(loop.Statement, probe);
    }

    /// <summary>Counts that the body of a loop begins.</summary>
    private void Entered(StatementSyntax body, int probe)
    {
        if (body is BlockSyntax block)
        {
            _edits.Add(TextEdit.After(block.OpenBraceToken, " " + _code.Statement(probe)));
            return;
        }

        _edits.Add(TextEdit.Before(body, "{ " + _code.Statement(probe)));
        _edits.Add(TextEdit.After(body, " }"));
    }

    private void Switch(SwitchStatementSyntax choice)
    {
        Visit(choice.Expression);
        var isMeasured = IsMeasured && !IsLeftOut(choice.Expression);
        var sections = choice.Sections.Where(section => !_exclusions.Contains(section)).ToList();
        var hasDefault = choice.Sections.Any(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax));
        var isOpen = isMeasured && choice.Sections.Count > 0 && !hasDefault && !_exhaustive.Value.Contains(choice);
        var isCounted = isMeasured && sections.Count + (isOpen ? 1 : 0) >= 2;
        var probe = isCounted ? Choices(choice, sections, isOpen) : 0;
        foreach (var section in choice.Sections)
        {
            _sectionEntry = isCounted && sections.IndexOf(section) is >= 0 and var index ? probe + index : null;
            Visit(section);
        }
    }

    private int Choices(SwitchStatementSyntax choice, List<SwitchSectionSyntax> sections, bool isOpen)
    {
        var probe = NewProbes(sections.Count + 1);
        _probed.Add(choice.Expression);
        for (var i = 0; i < sections.Count; i++)
        {
            var first = sections[i].Statements[0];
            Outcomes(choice, $"switch ({CodeOf(choice.Expression)})", new Outcome(LabelOf(sections[i]), probe + i, PlaceOfFirst(first)));
            // In a list nothing needs braces; what is written here stands before the probe of the statement.
            _edits.Add(TextEdit.Before(first, _code.Statement(probe + i)) with { Extent = sections[i].Span.Length });
        }

        if (!isOpen)
            return probe;
        Outcomes(choice, $"switch ({CodeOf(choice.Expression)})", new Outcome("no case", probe + sections.Count, Destinations.After(choice)));
        _edits.Add(TextEdit.Before(choice.CloseBraceToken, $"default: {_code.Statement(probe + sections.Count)}break; "));
        return probe;
    }

    private string LabelOf(SwitchSectionSyntax section) => CodeOf(section.Labels[0]).TrimEnd(':', ' ');

    /// <inheritdoc/>
    public override void VisitSwitchSection(SwitchSectionSyntax node)
    {
        _before = null;
        var entry = _sectionEntry;
        foreach (var guard in node.Labels.OfType<CasePatternSwitchLabelSyntax>().Select(label => label.WhenClause).OfType<WhenClauseSyntax>())
            Guard(guard.Condition);
        _entry = entry;
        VisitList(node.Statements);
        _entry = null;
    }

    /// <inheritdoc/>
    public override void VisitCatchClause(CatchClauseSyntax node)
    {
        _entry = null;
        var unit = IsLeftOut(node) ? null : NewUnit(node.SpanStart, before: null, out _);
        if (unit is not null)
        {
            _probed.Add(node);
            _edits.Add(TextEdit.After(node.Block.OpenBraceToken, " " + _code.Statement(unit.Probes[0])));
        }

        Within(unit ?? _unit, () =>
        {
            if (node.Filter is { } filter)
                Guard(filter.FilterExpression);
            Visit(node.Block);
        });
    }

    /// <summary>A guard is a unit of its own.</summary>
    private void Guard(ExpressionSyntax condition)
    {
        var unit = IsLeftOut(condition) ? _unit : NewUnit(condition.SpanStart, _unit, out var isNew) is { } made && isNew ? Guarded(condition, made) : _unit;
        Within(unit, () => Decide(condition, whenTrue: null, whenFalse: null, isDecision: !_isExcluded));
    }

    private CodeUnit Guarded(ExpressionSyntax condition, CodeUnit unit)
    {
        _probed.Add(condition);
        _edits.Add(TextEdit.Before(condition, $"{_code.Passed(unit.Probes[0])} && ("));
        _edits.Add(TextEdit.After(condition, ")"));
        return unit;
    }

    private int? PlaceOfFirst(StatementSyntax statement) => PlaceOf(Destinations.First(statement)).Line;
}
