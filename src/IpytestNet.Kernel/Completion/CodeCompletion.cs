using IpytestNet.Kernel.Semantics;

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
        var place = new PlaceReader(model, marked).Read();
        var items = TypedMatch.Pick(new PlaceCandidates(model, marked.Start).At(place), marked.Typed);
        return items.Count > 0 ? new CompletionList(marked.Start, position, items) : CompletionList.Nothing(position);
    }
}
