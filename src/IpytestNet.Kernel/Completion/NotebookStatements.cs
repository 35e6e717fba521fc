using IpytestNet.Kernel.Semantics;

namespace IpytestNet.Kernel.Completion;

/// <summary>The statements that a notebook has beside those of C#.</summary>
internal static class NotebookStatements
{
    /// <summary>Makes candidates of those that no definition of the user hides.</summary>
    public static IEnumerable<Candidate> In(NameLookup names) => names.Means(AssertStatement.Name, AssertStatement.NamespaceOfClass)
        ? [new Candidate(AssertStatement.Name, CompletionKind.Statement) { Signature = () => "Assert(condition, message)" }]
        : [];
}
