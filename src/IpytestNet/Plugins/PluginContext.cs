using IpytestNet.CommandLine;

namespace IpytestNet.Plugins;

/// <summary>The run as a plugin sees it.</summary>
public sealed record PluginContext
{
    /// <summary>The options of the run.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>The name of the notebook, which begins its node ids.</summary>
    public required string ModuleName { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>The number of columns of the report.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether the report is coloured.</summary>
    public bool Color { get; init; }

    /// <summary>Where the report goes.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Gives the text of a cell (<c>In[3]</c>) or of a file, or null if it is not to be had.</summary>
    public required Func<string, string?> FindSource { get; init; }

    /// <summary>Gives the last value of an option, or null if it was not given; an empty text for a flag.</summary>
    /// <param name="option">The name of the option, as the plugin states it.</param>
    public string? Value(string option) => Values(option) is [.., var last] ? last : null;

    /// <summary>Gives all values of an option, in the order given.</summary>
    /// <param name="option">The name of the option, as the plugin states it.</param>
    public IReadOnlyList<string> Values(string option) => Options.PluginValues.GetValueOrDefault(option) ?? [];
}
