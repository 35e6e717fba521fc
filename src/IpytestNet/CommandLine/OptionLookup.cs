namespace IpytestNet.CommandLine;

/// <summary>Finds the option that a name on the command line means.</summary>
internal sealed class OptionLookup(IEnumerable<Option> options)
{
    private readonly Dictionary<string, Option> _byName = options
        .SelectMany(option => option.Names, (option, name) => (option, name))
        .GroupBy(pair => pair.name, pair => pair.option, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>The options that need no plugin.</summary>
    public static OptionLookup WithoutPlugins { get; } = new(OptionTable.All);

    /// <summary>Finds a short option (<c>-x</c>), or null.</summary>
    /// <exception cref="UsageException">It is not available in this version.</exception>
    public Option? FindShort(char letter) => FindExact($"-{letter}");

    /// <summary>Finds a long option by its name or by an unambiguous beginning of it, as argparse does, or null.</summary>
    /// <exception cref="UsageException">It is not available in this version, or may mean several.</exception>
    public Option? FindLong(string name)
    {
        if (FindExact(name) is { } option)
            return option;

        // Names that later versions will know take part, so that an abbreviation never changes its meaning.
        string[] names =
        [
            .. _byName.Keys.Concat(UnavailableOptions.LongNames)
                .Where(known => known.StartsWith(name, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        var meanings = names.Select(known => _byName.GetValueOrDefault(known)?.Title ?? known).Distinct(StringComparer.Ordinal);
        return (names.Length, meanings.Count()) switch
        {
            (0, _) => null,
            (_, 1) => FindExact(names[0]),
            _ => throw new UsageException($"ambiguous option: {name} could match {string.Join(", ", names)}") { ShowsUsage = true },
        };
    }

    private Option? FindExact(string name)
    {
        if (_byName.TryGetValue(name, out var option))
            return option;
        return UnavailableOptions.Contains(name) ? throw UnavailableOptions.Refuse(name) : null;
    }
}
