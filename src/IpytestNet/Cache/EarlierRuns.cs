namespace IpytestNet.Cache;

/// <summary>What the cache folder knows of earlier runs, in pytest's own form.</summary>
internal sealed class EarlierRuns(CacheFolder folder)
{
    private const string LastFailed = "cache/lastfailed";
    private const string NodeIds = "cache/nodeids";
    private const string Stepwise = "cache/stepwise";

    /// <summary>The node ids of the tests that failed when they last ran.</summary>
    public IReadOnlyList<string> ReadFailed() => folder.Read<Dictionary<string, bool>>(LastFailed) is { } failed ? [.. failed.Keys] : [];

    /// <summary>Keeps the node ids of failed tests.</summary>
    public void WriteFailed(IEnumerable<string> nodeIds) =>
        folder.Write(LastFailed, nodeIds.ToDictionary(id => id, _ => true, StringComparer.Ordinal));

    /// <summary>The node ids of the tests that runs have seen, the latest first.</summary>
    public IReadOnlyList<string> ReadKnown() => [.. (folder.Read<string?[]>(NodeIds) ?? []).OfType<string>()];

    /// <summary>Keeps the node ids of tests that runs have seen.</summary>
    public void WriteKnown(IEnumerable<string> nodeIds) => folder.Write(NodeIds, nodeIds);

    /// <summary>The node id at which <c>--sw</c> stopped, or null.</summary>
    public string? ReadStepwise() => folder.Read<string>(Stepwise);

    /// <summary>Keeps the node id at which <c>--sw</c> stopped.</summary>
    public void WriteStepwise(string? nodeId) => folder.Write(Stepwise, nodeId);

    /// <summary>Drops the tests of a module that are gone from it.</summary>
    /// <param name="module">The name that begins their node ids.</param>
    /// <param name="existing">The node ids of all tests that the module has.</param>
    public void Prune(string module, IReadOnlySet<string> existing)
    {
        Rewrite(ReadFailed(), WriteFailed);
        Rewrite(ReadKnown(), WriteKnown);

        void Rewrite(IReadOnlyList<string> before, Action<IEnumerable<string>> write)
        {
            string[] after = [.. before.Where(id => !IsOfModule(id) || existing.Contains(id))];
            if (after.Length < before.Count)
                write(after);
        }

        bool IsOfModule(string id) => id.StartsWith(module + "::", StringComparison.Ordinal);
    }
}
