namespace IpytestNet.CommandLine;

/// <summary>Finds the option that a name on the command line means.</summary>
internal static class OptionLookup
{
    private static readonly Dictionary<string, Option> ByName = OptionTable.All
        .SelectMany(option => option.Names, (option, name) => (option, name))
        .ToDictionary(pair => pair.name, pair => pair.option, StringComparer.Ordinal);

    /// <summary>Finds a short option (<c>-x</c>), or null.</summary>
    /// <exception cref="UsageException">It is not available in this version.</exception>
    public static Option? FindShort(char letter) => FindExact($"-{letter}");

    /// <summary>Finds a long option by its name or by an unambiguous beginning of it, as argparse does, or null.</summary>
    /// <exception cref="UsageException">It is not available in this version, or may mean several.</exception>
    public static Option? FindLong(string name)
    {
        if (FindExact(name) is { } option)
            return option;

        // Names that later versions will know take part, so that an abbreviation never changes its meaning.
        string[] names =
        [
            .. ByName.Keys.Concat(UnavailableOptions.LongNames)
                .Where(known => known.StartsWith(name, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        var meanings = names.Select(known => ByName.GetValueOrDefault(known)?.Title ?? known).Distinct(StringComparer.Ordinal);
        return (names.Length, meanings.Count()) switch
        {
            (0, _) => null,
            (_, 1) => FindExact(names[0]),
            _ => throw new UsageException($"ambiguous option: {name} could match {string.Join(", ", names)}") { ShowsUsage = true },
        };
    }

    private static Option? FindExact(string name)
    {
        if (ByName.TryGetValue(name, out var option))
            return option;
        return UnavailableOptions.Contains(name) ? throw UnavailableOptions.Refuse(name) : null;
    }
}
