namespace IpytestNet.Tool.Watch;

/// <summary>What has changed on disk.</summary>
/// <param name="Files">The full paths of files that are new, other than they were, or gone.</param>
/// <param name="Gone">The full paths of notebooks that are gone.</param>
internal sealed record WatchChange(IReadOnlyList<string> Files, IReadOnlyList<string> Gone)
{
    /// <summary>No change.</summary>
    public static readonly WatchChange None = new([], []);

    /// <summary>Whether nothing has changed.</summary>
    public bool IsNone => Files.Count + Gone.Count == 0;

    /// <summary>Adds what has changed since.</summary>
    public WatchChange And(WatchChange later) =>
        new([.. Files.Union(later.Files, StringComparer.Ordinal)], [.. Gone.Union(later.Gone, StringComparer.Ordinal)]);
}
