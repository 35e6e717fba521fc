using IpytestNet.CommandLine;

namespace IpytestNet.Plugins;

/// <summary>What the options of plugins must keep to.</summary>
internal static class PluginOptionRules
{
    /// <summary>Makes sure that every option has a long name of its own.</summary>
    /// <param name="plugins">The plugins.</param>
    /// <param name="others">The options that need no plugin.</param>
    /// <exception cref="UsageException">One has not.</exception>
    public static void Check(IEnumerable<IPlugin> plugins, IEnumerable<Option> others)
    {
        var taken = others.SelectMany(option => option.Names).ToHashSet(StringComparer.Ordinal);
        foreach (var plugin in plugins)
        {
            foreach (var name in plugin.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Distinct(StringComparer.Ordinal))
            {
                if (name.Length < 3 || !name.StartsWith("--", StringComparison.Ordinal) || name.Any(character => char.IsWhiteSpace(character) || character is '='))
                    throw new UsageException($"the plugin {plugin.GetType().Name} adds the option '{name}'; expected a long one such as --my-option");
                if (!taken.Add(name))
                    throw new UsageException($"the plugin {plugin.GetType().Name} adds the option {name}, which there is already; give it another name, or leave the plugin out with -p no:{plugin.Name}");
            }
        }
    }
}
