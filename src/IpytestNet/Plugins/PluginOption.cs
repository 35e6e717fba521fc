namespace IpytestNet.Plugins;

/// <summary>An option that a plugin adds to the command line.</summary>
/// <param name="Name">Its name, as <c>--junit-xml</c>.</param>
/// <param name="ValueName">What the help calls its value; null for a flag.</param>
/// <param name="Help">What it does, as a sentence.</param>
public sealed record PluginOption(string Name, string? ValueName, string Help)
{
    /// <summary>Other spellings.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The heading under which the help lists it.</summary>
    /// <value>Default <c>plugins</c>.</value>
    public string Group { get; init; } = "plugins";
}
