using IpytestNet.Coverage.Results;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>
/// Walks bound code and notes, in one pass, what makes its lines executable, which outcomes its decisions have, and the edits that
/// put probes there. Probes stand where they change neither types nor definite assignment nor the order of evaluation.
/// </summary>
internal sealed partial class CodeInstrumenter : CSharpSyntaxWalker
{
    private readonly BoundCell _cell;
    private readonly InstrumentationOptions _options;
    private readonly ProbeCode _code;
    private readonly Exclusions _exclusions;
    private readonly Reachability _reachability;
    private readonly SafeConditions _safe;
    private readonly Lazy<IReadOnlySet<SyntaxNode>> _exhaustive;
    private readonly IReadOnlySet<int> _leftOut;
    private readonly List<CodeUnit> _units = [];
    private readonly List<CodeOutcome> _outcomes = [];
    private readonly List<(string File, int Line)> _excludedLines = [];
    private readonly List<(string File, CodeRegion Region)> _regions = [];
    private readonly List<TextEdit> _edits = [];
    private readonly List<SyntaxNode> _probed = [];
    private readonly Stack<string> _names = new();
    private readonly Dictionary<SyntaxNode, CodeUnit> _unitOf = [];
    private readonly Dictionary<SyntaxNode, int> _counted = [];
    private CodeUnit? _unit;

    // A unit that has begun whenever the statement that is visited next does.
    private CodeUnit? _before;

    // The probe that has counted whenever the unit that is visited next begins.
    private int? _entry;

    // The same for the section that is visited next.
    private int? _sectionEntry;

    // The unit of the statement that was visited last.
    private CodeUnit? _last;
    private bool _isExcluded;
    private int _probes;

    /// <param name="cell">The code.</param>
    /// <param name="code">Writes the probes.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="leftOut">Where constructs begin that get no probes.</param>
    public CodeInstrumenter(BoundCell cell, ProbeCode code, InstrumentationOptions options, IReadOnlySet<int> leftOut)
    {
        _cell = cell;
        _code = code;
        _options = options;
        _leftOut = leftOut;
        _exclusions = Exclusions.Of(cell.Root, options.Rules);
        _reachability = new Reachability(cell.Model);
        _safe = new SafeConditions(cell.Model);
        _exhaustive = new(() => ExhaustiveSwitches.In(cell));
    }

    /// <summary>The edits.</summary>
    public IReadOnlyList<TextEdit> Edits => _edits;

    /// <summary>What has probes.</summary>
    public IReadOnlyList<SyntaxNode> Probed => _probed;

    private SemanticModel Model => _cell.Model;

    /// <summary>What was found.</summary>
    /// <param name="id">The number of the counters.</param>
    public InstrumentedCode Result(int id)
    {
        var maps = _units.Select(unit => unit.File)
            .Concat(_excludedLines.Select(line => line.File))
            .Distinct(StringComparer.Ordinal)
            .Select(file => new CodeMap(
                file,
                _units.FindAll(unit => unit.File == file),
                _outcomes.FindAll(outcome => outcome.Unit.File == file),
                [.. _excludedLines.Where(line => line.File == file).Select(line => line.Line).Except(_units.Where(unit => unit.File == file).Select(unit => unit.Line)).Distinct().Order()],
                [.. _regions.Where(region => region.File == file).Select(region => region.Region)])
            {
                Namespaces = [.. _cell.Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                    .OfType<BaseNamespaceDeclarationSyntax>()
                    .Select(space => Model.GetDeclaredSymbol(space)?.ToDisplayString() ?? space.Name.ToString())
                    .Distinct(StringComparer.Ordinal)],
            });
        return new InstrumentedCode(id, new long[_probes], [.. maps], _options.HasBranches) { IsLeftOut = _leftOut.Count > 0 };
    }

    /// <inheritdoc/>
    public override void Visit(SyntaxNode? node)
    {
        if (node is null or AttributeListSyntax or EnumDeclarationSyntax or DelegateDeclarationSyntax or UsingDirectiveSyntax or ParameterSyntax
            || ExpressionTrees.Is(node, Model) || Exclusions.IsGenerated(node))
        {
            return;
        }

        if (_isExcluded || !_exclusions.Contains(node))
        {
            VisitOnStack(node);
            return;
        }

        _isExcluded = true;
        VisitOnStack(node);
        _isExcluded = false;
    }

    // Long chains of calls nest deep.
    private void VisitOnStack(SyntaxNode node)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (node is StatementSyntax statement)
            VisitStatement(statement);
        else
            base.Visit(node);
    }

    private void VisitChildren(SyntaxNode node)
    {
        foreach (var child in node.ChildNodes())
            Visit(child);
    }

    /// <summary>Visits a part in which another unit is the innermost.</summary>
    private void Within(CodeUnit? unit, Action visit)
    {
        var outer = _unit;
        _unit = unit;
        visit();
        _unit = outer;
    }

    private bool IsLeftOut(SyntaxNode node) => _leftOut.Contains(node.SpanStart);

    private int NewProbes(int count)
    {
        _probes += count;
        return _probes - count;
    }

    private (string File, int Line) PlaceOf(int position)
    {
        var span = Model.SyntaxTree.GetMappedLineSpan(new Microsoft.CodeAnalysis.Text.TextSpan(position, 0));
        return (span.Path, span.StartLinePosition.Line + 1);
    }

    /// <summary>
    /// Makes a unit. One that begins on the line of a unit without which it cannot run needs no probe of its own: its line is
    /// covered by then.
    /// </summary>
    /// <param name="position">Where it begins.</param>
    /// <param name="before">The unit that has begun whenever this one does, or null.</param>
    /// <param name="isNew">Whether it needs a probe: one of its own, if it has one yet.</param>
    /// <param name="hasProbe">Whether it gets one; if not, the caller knows which others tell that it ran.</param>
    private CodeUnit? NewUnit(int position, CodeUnit? before, out bool isNew, bool hasProbe = true)
    {
        var entry = _entry;
        _entry = null;
        var (file, line) = PlaceOf(position);
        isNew = false;
        if (_isExcluded)
        {
            _excludedLines.Add((file, line));
            return null;
        }

        isNew = before is null || before.Line != line || before.File != file;
        if (!isNew)
            return before;
        var unit = new CodeUnit(file, line);
        if (entry is { } counted)
        {
            unit.Probes = [counted];
            isNew = false;
        }
        else if (hasProbe)
        {
            unit.Probes = [NewProbes(1)];
        }

        _units.Add(unit);
        return unit;
    }

    private void Outcomes(SyntaxNode decision, string code, params ReadOnlySpan<Outcome> outcomes)
    {
        var isOptional = _exclusions.IsOptional(Model.SyntaxTree.GetLineSpan(new Microsoft.CodeAnalysis.Text.TextSpan(decision.SpanStart, 0)).StartLinePosition.Line);
        foreach (var outcome in outcomes)
        {
            _outcomes.Add(new CodeOutcome(_unit!, decision.SpanStart, code, outcome.Word, outcome.Probe)
            {
                Destination = outcome.Destination == _unit!.Line ? null : outcome.Destination,
                Others = outcome.Others,
                IsOptional = isOptional,
            });
        }
    }

    private string CodeOf(SyntaxNode node) => _cell.TextOf(node.Span);

    // What a rewriter has put in stands for nothing in the original.
    private bool IsWrittenByUser(SyntaxNode node) => _cell.ToOriginal(node.Span.End) > _cell.ToOriginal(node.SpanStart);

    private bool IsMeasured => _options.HasBranches && !_isExcluded && _unit is not null;

    private readonly record struct Outcome(string Word, int Probe, int? Destination = null, int? Others = null);
}
