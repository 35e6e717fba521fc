using IpytestNet.Kernel.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>Completes C#.</summary>
/// <param name="scopes">Binds code in the scope of the notebook.</param>
internal sealed class CodeCompletion(CellScopes scopes)
{
    /// <summary>Completes a cell.</summary>
    /// <param name="code">The C# of the cell.</param>
    /// <param name="position">A place in it.</param>
    public CompletionList Complete(string code, int position)
    {
        var marked = MarkedCode.Of(code, position);
        var model = scopes.Bind(marked.Text);
        var items = TypedMatch.Pick(Candidates(model, marked), marked.Typed);
        return items.Count > 0 ? new CompletionList(marked.Start, position, items) : CompletionList.Nothing(position);
    }

    private static IEnumerable<Candidate> Candidates(SemanticModel model, MarkedCode code)
    {
        var symbols = new SymbolCandidates(model, code.Start);
        var members = new MemberLookup(model, code.Start);
        var names = new NameLookup(model, code.Start);
        return new PlaceReader(model, code).Read() switch
        {
            CompletionPlace.OfValue place => symbols.Of(members.OfValue(place)),
            CompletionPlace.OfType place => symbols.Of(members.OfType(place)),
            CompletionPlace.OfValueOrType place => symbols.Of(members.OfValueOrType(place)),
            CompletionPlace.OfNamespace { Use: TypeUse.Attribute } place => AttributeNames.Candidates(members.OfNamespace(place)),
            CompletionPlace.OfNamespace place => symbols.Of(members.OfNamespace(place)),
            CompletionPlace.Named { AllowsValues: true } place =>
                [.. symbols.Of(members.Named(place)).Select(candidate => candidate with { Tier = Tier.Expected }), .. symbols.Of(names.Values()), .. Keywords.ForValue],
            CompletionPlace.Named place => symbols.Of(members.Named(place)),
            CompletionPlace.TypeName { Use: TypeUse.Attribute } => AttributeNames.Candidates(names.Types(TypeUse.Attribute)),
            CompletionPlace.TypeName { Use: TypeUse.Namespace } => [.. symbols.Of(names.Types(TypeUse.Namespace)), new Candidate("static", CompletionKind.Keyword, Tier.Common)],
            CompletionPlace.TypeName { Use: TypeUse.Constraint } => [.. symbols.Of(names.Types(TypeUse.Any)), .. Keywords.ForConstraint],
            CompletionPlace.TypeName place => [.. symbols.Of(names.Types(place.Use)), .. Keywords.ForType],
            CompletionPlace.Member => [.. symbols.Of(names.Types(TypeUse.Any)), .. Keywords.ForMember],
            CompletionPlace.Statement place => [.. NotebookStatements.In(names), .. symbols.Of(names.Values()), .. Keywords.ForStatement, .. OfValue(place.Node)],
            CompletionPlace.Accessor => Keywords.ForAccessor,
            CompletionPlace.Label => symbols.Of(names.Labels()),
            CompletionPlace.Value { Node: null } => [.. symbols.Of(names.Values()), .. Keywords.ForValue, .. Keywords.ForContinuation],
            CompletionPlace.Value place => [.. OfValue(place.Node), .. symbols.Of(names.Values()), .. Keywords.ForValue],
            CompletionPlace.Continuation => Keywords.ForContinuation,
            _ => [],
        };

        IEnumerable<Candidate> OfValue(SimpleNameSyntax? node) => node is null ? [] : [.. ExpectedValues.At(node, model), .. ArgumentNames.At(node, model)];
    }
}
