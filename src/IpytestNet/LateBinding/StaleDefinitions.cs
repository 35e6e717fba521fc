using IpytestNet.Sessions;

namespace IpytestNet.LateBinding;

/// <summary>Finds code that was compiled before something that it uses was defined again.</summary>
internal static class StaleDefinitions
{
    /// <summary>The functions and types that are out of date, directly or through others that will be declared again.</summary>
    public static IReadOnlyList<Definition> Find(IReadOnlyList<Definition> all, Predicate<Definition> canBeDeclaredAgain)
    {
        var byName = all.ToLookup(definition => definition.Name, StringComparer.Ordinal);
        var stale = new HashSet<Definition>(ReferenceEqualityComparer.Instance);
        bool grown;
        do
        {
            grown = false;
            foreach (var definition in all)
            {
                if (definition.Kind is not DefinitionKind.Variable && !stale.Contains(definition) && IsStale(definition))
                    grown |= stale.Add(definition);
            }
        }
        while (grown);
        return [.. all.Where(stale.Contains)];

        bool IsStale(Definition definition) => definition.References
            .Where(name => !string.Equals(name, definition.Name, StringComparison.Ordinal))
            .SelectMany(name => byName[name])
            .Any(dependency => dependency.BoundAt > definition.BoundAt || (stale.Contains(dependency) && canBeDeclaredAgain(dependency)));
    }
}
