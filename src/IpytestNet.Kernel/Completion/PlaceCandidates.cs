using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>Gives what can stand at each kind of place.</summary>
/// <param name="model">What the compiler knows of the marked code.</param>
/// <param name="position">The place in it.</param>
internal sealed class PlaceCandidates(SemanticModel model, int position)
{
    private static readonly Candidate[] StaticUsing = [new("static", CompletionKind.Keyword, Tier.Common)];

    private readonly SymbolCandidates _symbols = new(model, position);
    private readonly MemberLookup _members = new(model, position);
    private readonly NameLookup _names = new(model, position);

    /// <summary>Gives the candidates; several may have one text.</summary>
    public IEnumerable<Candidate> At(CompletionPlace place) => place switch
    {
        CompletionPlace.OfValue value => _symbols.Of(_members.OfValue(value)),
        CompletionPlace.OfType type => _symbols.Of(_members.OfType(type)),
        CompletionPlace.OfValueOrType type => _symbols.Of(_members.OfValueOrType(type)),
        CompletionPlace.OfNamespace { Use: TypeUse.Attribute } space => AttributeNames.Candidates(_members.OfNamespace(space)),
        CompletionPlace.OfNamespace space => _symbols.Of(_members.OfNamespace(space)),
        CompletionPlace.Named { AllowsValues: true } named => [.. Expected(named), .. Values, .. Keywords.ForValue],
        CompletionPlace.Named named => Expected(named),
        CompletionPlace.TypeName { Use: TypeUse.Attribute } => AttributeNames.Candidates(_names.Types(TypeUse.Attribute)),
        CompletionPlace.TypeName type => [.. _symbols.Of(_names.Types(type.Use)), .. KeywordsFor(type.Use)],
        CompletionPlace.Member => [.. _symbols.Of(_names.Types(TypeUse.Any)), .. Keywords.ForMember],
        CompletionPlace.Statement statement => [.. NotebookStatements.In(_names), .. AskedFor(statement.Node), .. Values, .. Keywords.ForStatement],
        CompletionPlace.Value { Node: null } => [.. Values, .. Keywords.ForValue, .. Keywords.ForContinuation],
        CompletionPlace.Value value => [.. AskedFor(value.Node), .. Values, .. Keywords.ForValue],
        CompletionPlace.Accessor => Keywords.ForAccessor,
        CompletionPlace.Label => _symbols.Of(_names.Labels()),
        CompletionPlace.Continuation => Keywords.ForContinuation,
        _ => [],
    };

    private IEnumerable<Candidate> Values => _symbols.Of(_names.Values());

    private IEnumerable<Candidate> Expected(CompletionPlace.Named place) =>
        _symbols.Of(_members.Named(place)).Select(candidate => candidate with { Tier = Tier.Expected });

    private IEnumerable<Candidate> AskedFor(SimpleNameSyntax? node) =>
        node is null ? [] : ExpectedValues.At(node, model).Concat(ArgumentNames.At(node, model));

    private static IEnumerable<Candidate> KeywordsFor(TypeUse use) => use switch
    {
        TypeUse.Namespace => StaticUsing,
        TypeUse.Constraint => Keywords.ForConstraint,
        _ => Keywords.ForType,
    };
}
