using System.Collections.Concurrent;

namespace IpytestNet.Specs.Assertions;

/// <summary>A case of the corpus that ran in a notebook of its own.</summary>
/// <param name="Seen">What became of the cell with the assertion.</param>
/// <param name="SideEffect">What the case's expression gave afterwards, as a notebook shows it; null if it has none.</param>
/// <param name="Defects">The errors in code that was generated for it.</param>
internal sealed record CorpusRun(LiveNotebook.Seen Seen, string? SideEffect, IReadOnlyList<string> Defects)
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<CorpusVariant, Task<CorpusRun>>> Runs = new(StringComparer.Ordinal);

    /// <summary>The name of the exception that ended the cell, or null.</summary>
    public string? EndedBy => Seen.Error?.Name;

    /// <summary>The message of the exception.</summary>
    public string Message => Seen.Error?.Message ?? "";

    /// <summary>What a person reads of the error, without its stack: that names lines, as a message does.</summary>
    public string Told => string.Join('\n', Seen.ErrorShown.Split('\n').Where(line => !IsFrame(line)));

    /// <summary>The stack of the error as it is shown.</summary>
    public IReadOnlyList<string> Frames => [.. Seen.ErrorShown.Split('\n').Where(IsFrame)];

    /// <summary>Gives what becomes of a case: it runs once in each of its variants, and several specs look at it.</summary>
    public static CorpusRun Of(CorpusCase found, CorpusVariant variant = CorpusVariant.Explained) =>
        Runs.GetOrAdd(found.Id, _ => Start(found))[variant].GetAwaiter().GetResult();

    // Each run has a notebook of its own, so that those of one case can go on at the same time.
    private static Dictionary<CorpusVariant, Task<CorpusRun>> Start(CorpusCase found) =>
        found.Variants.ToDictionary(variant => variant, variant => Task.Run(() => Run(found, variant)));

    private static CorpusRun Run(CorpusCase found, CorpusVariant variant) => variant switch
    {
        CorpusVariant.Explained => Run(found, found.Setup, found.Assertion),
        CorpusVariant.OverLines => Run(found.OverLines, found.Setup, found.Assertion),
        CorpusVariant.MadeTrue => Run(found, found.Setup, found.MadeTrue!),
        CorpusVariant.Plain => Run(found, found.PlainSetup, found.Assertion),
        CorpusVariant.PlainMadeTrue => Run(found, found.PlainSetup, found.MadeTrue!),
        _ => throw new ArgumentOutOfRangeException(nameof(variant)),
    };

    private static CorpusRun Run(CorpusCase found, string setup, string condition)
    {
        using var notebook = new LiveNotebook().Given(setup);
        var seen = Compiled(notebook, found.CellOf(condition));
        if (found.SideEffects is not { } sideEffects)
            return new CorpusRun(seen, null, notebook.RewritingDefects);
        var afterwards = Compiled(notebook, sideEffects.Expr);
        return new CorpusRun(seen, afterwards.Value ?? afterwards.ErrorShown, notebook.RewritingDefects);
    }

    private static LiveNotebook.Seen Compiled(LiveNotebook notebook, string cell)
    {
        var seen = notebook.Run(cell);
        return seen.Error?.Name is "CompilationError"
            ? throw new InvalidOperationException($"The cell should compile:\n{cell.Trim()}\n{seen.ErrorShown}")
            : seen;
    }

    private static bool IsFrame(string line) => line.StartsWith("   at ", StringComparison.Ordinal);
}
