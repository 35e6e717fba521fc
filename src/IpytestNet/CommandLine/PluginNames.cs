namespace IpytestNet.CommandLine;

/// <summary>The names given to <c>-p</c>, which must be known before the options of those plugins can be.</summary>
internal static class PluginNames
{
    private const string Without = "no:";

    /// <summary>Finds them as pytest does: <c>-p NAME</c> or <c>-pNAME</c> as an argument of its own.</summary>
    public static IReadOnlyList<string> In(IReadOnlyList<string> arguments)
    {
        var names = new List<string>();
        for (var i = 0; i < arguments.Count && arguments[i] is not "--"; i++)
        {
            if (arguments[i] is "-p" && i + 1 < arguments.Count)
                names.Add(arguments[++i].Trim());
            else if (arguments[i].Length > 2 && arguments[i].StartsWith("-p", StringComparison.Ordinal))
                names.Add(arguments[i][2..].TrimStart('=').Trim());
        }

        return names;
    }

    /// <summary>Gives those to load: the last word on a name counts.</summary>
    public static IReadOnlyList<string> Loaded(IReadOnlyList<string> names) => [.. names.Distinct(StringComparer.Ordinal).Where(name => !IsWithout(name) && !Blocked(names).Contains(name))];

    /// <summary>Gives those to leave out: the last word on a name counts.</summary>
    public static IReadOnlySet<string> Blocked(IReadOnlyList<string> names)
    {
        var blocked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (IsWithout(name))
                blocked.Add(name[Without.Length..]);
            else
                blocked.Remove(name);
        }

        return blocked;
    }

    private static bool IsWithout(string name) => name.StartsWith(Without, StringComparison.Ordinal);
}
