namespace IpytestNet.Kernel.Completion;

/// <summary>The ways to complete a cell at a position.</summary>
/// <param name="Start">The UTF-16 offset at which the text begins that is replaced.</param>
/// <param name="End">The UTF-16 offset of its end: the position.</param>
/// <param name="Items">The completions, distinct by text, the most fitting first.</param>
public sealed record CompletionList(int Start, int End, IReadOnlyList<CompletionItem> Items)
{
    /// <summary>Nothing to complete at a position.</summary>
    internal static CompletionList Nothing(int position) => new(position, position, []);
}
