using IpytestNet.Kernel.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>The names of arguments that a call still can have.</summary>
internal static class ArgumentNames
{
    /// <summary>Makes candidates for a name that stands where an argument begins.</summary>
    public static IEnumerable<Candidate> At(SimpleNameSyntax node, SemanticModel model)
    {
        if (node.Parent is not ArgumentSyntax { NameColon: null, RefKindKeyword.RawKind: 0, Parent: BaseArgumentListSyntax list } argument)
            return [];
        var given = list.Arguments.Select(other => other.NameColon?.Name.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        var before = list.Arguments.TakeWhile(other => other != argument && other.NameColon is null).Count();
        return CalledMethods.Of(list.Parent, model)
            .SelectMany(method => method.Parameters.Skip(before).Where(parameter => AssertStatement.Takes(method, parameter.Name)))
            .Where(parameter => parameter.Name.Length > 0 && !given.Contains(parameter.Name))
            .Select(parameter => new Candidate(parameter.Name + ":", CompletionKind.Param, Tier.Near)
            {
                Signature = () => parameter.Type.ToMinimalDisplayString(model, node.SpanStart),
            });
    }
}
