using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Tool.Export;

/// <summary>Makes pieces of a project of the code of one cell.</summary>
internal sealed partial class CellWriter
{
    private static readonly SyntaxKind[] Access =
        [SyntaxKind.PublicKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.FileKeyword, SyntaxKind.NewKeyword];

    private readonly ScriptCell _cell;
    private readonly ExportPlan _plan;
    private readonly TextChanges _changes;
    private readonly AttributeEdits _attributes;
    private readonly List<Chunk> _chunks = [];

    private CellWriter(ScriptCell cell, ExportPlan plan)
    {
        _cell = cell;
        _plan = plan;
        _changes = new TextChanges(cell.Text);
        _attributes = new AttributeEdits(cell, _changes, plan.StateClass);
    }

    private SemanticModel Model => _cell.Model;

    /// <summary>Writes the pieces of a cell.</summary>
    public static IReadOnlyList<Chunk> Write(ScriptCell cell, ExportPlan plan)
    {
        var writer = new CellWriter(cell, plan);
        var root = cell.Root;
        var anonymous = plan.AnonymousOf(cell);
        foreach (var member in root.Members)
        {
            writer.ChangeNames(member);
            anonymous.Change(member, writer._changes);
        }

        foreach (var record in anonymous.Declarations(type => plan.TypeOf(type, cell, 0)))
            writer._chunks.Add(new Chunk(cell, ChunkPlace.Type, "", record, record));
        // A comment above the usings belongs to the cell.
        if (root.Usings.Count > 0 && TriviaText.Before(root.Usings[0].GetFirstToken()) is { Length: > 0 } head)
            writer._chunks.Add(new Chunk(cell, ChunkPlace.Type, "", head, ""));
        foreach (var member in root.Members)
            writer.Add(member);
        if (TriviaText.Before(root.EndOfFileToken) is { Length: > 0 } tail)
            writer._chunks.Add(new Chunk(cell, writer._chunks is [.., var last] ? last.Place : ChunkPlace.Type, "", tail, ""));
        return writer._chunks;
    }

    private void Add(MemberDeclarationSyntax member)
    {
        var own = _plan.Index.DefinedIn(member).ToList();
        var first = _chunks.Count;
        switch (member)
        {
            case MethodDeclarationSyntax test when own is [{ Kind: DefinitionKind.Test } definition]:
                AddTest(test, definition);
                break;
            case MethodDeclarationSyntax or PropertyDeclarationSyntax or EventFieldDeclarationSyntax or EventDeclarationSyntax:
                _attributes.Lower(member);
                Publish(member, "public static ");
                Add(ChunkPlace.Member, member, _changes.Apply(member) + TriviaText.Behind(member));
                break;
            case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                AddType(member, own);
                break;
            case FieldDeclarationSyntax field:
                AddVariables(field, own);
                break;
            case GlobalStatementSyntax statement:
                AddStatement(statement, own);
                break;
            default:
                Add(ChunkPlace.Type, member, "").Reason = "Left out, since a project cannot have it here";
                break;
        }

        if (own.Find(definition => definition.ReplacedBy is not null) is { } replaced)
            LeaveOut(first, $"Defined again in {replaced.ReplacedBy!.Cell.Label}", isMissed: false);
        else if (_plan.NeedsNotebook(member) is { } reason)
            LeaveOut(first, reason, isMissed: member is not (GlobalStatementSyntax or FieldDeclarationSyntax));
    }

    private void LeaveOut(int first, string reason, bool isMissed)
    {
        for (var i = first; i < _chunks.Count; i++)
        {
            _chunks[i].Reason = reason;
            _chunks[i].IsGone = i < _chunks.Count - 1;
            _chunks[i].IsMissed = isMissed && i == _chunks.Count - 1;
        }
    }

    private Chunk Add(ChunkPlace place, MemberDeclarationSyntax member, string text)
    {
        var chunk = new Chunk(_cell, place, TriviaText.Before(member.GetFirstToken()), text, member.ToString())
        {
            IsApart = member.GetLeadingTrivia() is [{ RawKind: (int)SyntaxKind.EndOfLineTrivia }, ..],
        };
        _chunks.Add(chunk);
        return chunk;
    }

    // What was defined again has another name, and a class of tests hides functions by the names of its methods.
    private void ChangeNames(MemberDeclarationSyntax member)
    {
        foreach (var use in _plan.Index.UsesIn(member))
        {
            var target = _plan.Versions.Of(use);
            var isHidden = target is { Kind: DefinitionKind.Function or DefinitionKind.Test } or { IsShared: true } && _plan.IsHiddenIn(member, target);
            if (isHidden || (target.ExportName != target.Name && target is { Kind: not DefinitionKind.Variable } or { IsShared: true }))
                ChangeName(use.Name, isHidden ? $"{_plan.StateClass}.{target.ExportName}" : target.ExportName);
        }

        foreach (var own in _plan.Index.DefinedIn(member).Where(own => own.ExportName != own.Name))
            ChangeOwnName(own);
        foreach (var call in member.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsDebugAssert))
            LowerDebugAssert(call);
    }

    // A name that is only said stays what it is.
    private void ChangeName(SimpleNameSyntax name, string changed)
    {
        if (name.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax }] } said
            && said.Ancestors().All(node => node is not AttributeSyntax))
        {
            _changes.Replace(said.Span, SymbolDisplay.FormatLiteral(name.Identifier.ValueText, quote: true));
        }
        else
        {
            _changes.Replace(name.Identifier, changed);
        }
    }

    private void ChangeOwnName(Definition own)
    {
        switch (own.Syntax)
        {
            case MethodDeclarationSyntax method:
                _changes.Replace(method.Identifier, own.ExportName);
                break;
            case PropertyDeclarationSyntax property:
                _changes.Replace(property.Identifier, own.ExportName);
                break;
        }
    }

    private bool IsDebugAssert(InvocationExpressionSyntax call) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Assert" }, ArgumentList.Arguments.Count: > 0 }
        && Model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "Assert", ContainingType: { Name: "Debug" or "Trace", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } } };

    // Neither the release of a project nor a test run checks those.
    private void LowerDebugAssert(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        _changes.Replace(call.Expression.Span, "Assert.True");
        if (arguments.Count is 1)
            _changes.Insert(arguments[0].Span.End, $", {SymbolDisplay.FormatLiteral(Rewriting.SourceLine.Of(arguments[0].Expression), quote: true)}");
        else
            _changes.Replace(TextSpan.FromBounds(arguments[1].Span.End, arguments[^1].Span.End), "");
    }

    private void Publish(MemberDeclarationSyntax member, string modifiers)
    {
        var isStatic = modifiers.Contains("static", StringComparison.Ordinal);
        foreach (var modifier in member.Modifiers.Where(modifier => Access.Contains(modifier.Kind()) || (isStatic && modifier.IsKind(SyntaxKind.StaticKeyword))))
            _changes.Remove(modifier);
        _changes.Insert(Head(member).SpanStart, modifiers);
    }

    private static SyntaxToken Head(MemberDeclarationSyntax member) =>
        member.AttributeLists is [.., var last] ? last.GetLastToken().GetNextToken() : member.GetFirstToken();
}
