namespace IpytestNet.Sessions;

/// <summary>All that the notebook defines: the newest definition of each name, as in Python. Safe from any thread.</summary>
internal sealed class DefinitionTable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Definition[]> _newest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forgotten = new(StringComparer.Ordinal);
    private int _order;

    /// <summary>The place in the history that the next cell takes.</summary>
    public int NextOrder()
    {
        lock (_gate)
            return ++_order;
    }

    /// <summary>Takes in the definitions of a cell; each replaces what its name stood for.</summary>
    public void Add(IReadOnlyList<Definition> definitions)
    {
        lock (_gate)
        {
            foreach (var group in definitions.GroupBy(definition => definition.Name, StringComparer.Ordinal))
            {
                // What the notebook defines stays, also when a conftest.csx is read again.
                if (group.First().IsConftest && _newest.TryGetValue(group.Key, out var known) && !known[0].IsConftest)
                    continue;
                _newest[group.Key] = [.. group];
                _forgotten.Remove(group.Key);
            }
        }
    }

    /// <summary>Puts new versions of known definitions in their place; forgotten ones stay forgotten.</summary>
    public void Replace(IReadOnlyList<Definition> definitions)
    {
        lock (_gate)
        {
            foreach (var group in definitions.GroupBy(definition => definition.Name, StringComparer.Ordinal))
                _newest[group.Key] = [.. group];
        }
    }

    /// <summary>Forgets the names that a condition picks, among those defined before a place in the history.</summary>
    public void Forget(Func<Definition, bool> condition, int before)
    {
        lock (_gate)
        {
            foreach (var (name, definitions) in _newest)
            {
                if (definitions[0].Order < before && !definitions[0].IsConftest && definitions.Any(condition))
                    _forgotten.Add(name);
            }
        }
    }

    /// <summary>The definitions of the notebook that are not forgotten, in the order in which they were made.</summary>
    public IReadOnlyList<Definition> Live() => [.. Ordered(includeForgotten: false).Where(definition => !definition.IsConftest)];

    /// <summary>All newest definitions: what a forgotten name stood for is still what the code of later cells sees.</summary>
    public IReadOnlyList<Definition> All() => Ordered(includeForgotten: true);

    /// <summary>The newest definitions of a name, or none.</summary>
    public IReadOnlyList<Definition> Find(string name)
    {
        lock (_gate)
            return _newest.TryGetValue(name, out var definitions) ? definitions : [];
    }

    private List<Definition> Ordered(bool includeForgotten)
    {
        lock (_gate)
        {
            return [.. _newest
                .Where(entry => includeForgotten || !_forgotten.Contains(entry.Key))
                .SelectMany(entry => entry.Value)
                .OrderBy(definition => definition.Order)
                .ThenBy(definition => definition.Position)];
        }
    }
}
