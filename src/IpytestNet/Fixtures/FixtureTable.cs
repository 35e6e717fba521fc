namespace IpytestNet.Fixtures;

/// <summary>The fixtures that tests of a notebook can ask for.</summary>
internal sealed class FixtureTable
{
    private readonly List<FixtureDefinition> _all;
    private readonly Dictionary<string, List<FixtureDefinition>> _byKey = new(StringComparer.Ordinal);

    /// <param name="definitions">The fixtures, those further away first: a later one takes the place of an earlier one of its name.</param>
    public FixtureTable(IEnumerable<FixtureDefinition> definitions)
    {
        _all = [.. definitions];
        foreach (var definition in _all)
        {
            if (!_byKey.TryGetValue(definition.Key, out var same))
                _byKey.Add(definition.Key, same = []);
            same.Add(definition);
        }
    }

    /// <summary>No fixtures.</summary>
    public static FixtureTable Empty { get; } = new([]);

    /// <summary>The fixtures that count, in the order of their definition.</summary>
    public IEnumerable<FixtureDefinition> Visible => _all.Where(definition => ReferenceEquals(_byKey[definition.Key][^1], definition));

    /// <summary>Those that all tests use.</summary>
    public IEnumerable<FixtureDefinition> AutoUsed => Visible.Where(definition => definition.AutoUse);

    /// <summary>Finds a fixture by its name, or null.</summary>
    /// <param name="key">The name under which it is looked up.</param>
    /// <param name="asker">The fixture that asks, which by its own name gets the one that it has replaced; null for a test.</param>
    public FixtureDefinition? Find(string key, FixtureDefinition? asker = null)
    {
        if (!_byKey.TryGetValue(key, out var same))
            return null;
        if (asker is null || asker.Key != key)
            return same[^1];
        var own = same.FindIndex(definition => ReferenceEquals(definition, asker));
        return own > 0 ? same[own - 1] : null;
    }
}
