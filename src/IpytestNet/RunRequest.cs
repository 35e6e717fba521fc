using IpytestNet.Plugins;

namespace IpytestNet;

/// <summary>What a call of <c>Run</c> or a use of the magic asks for.</summary>
internal sealed record RunRequest
{
    /// <summary>The arguments after splitting, before names in braces are replaced.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The configuration of this run.</summary>
    public required IpytestConfig Config { get; init; }

    /// <summary>What is tested: null for the notebook, else a <see cref="Type"/>, an assembly or the notebook as a module.</summary>
    public object? Module { get; init; }

    /// <summary>Plugins of the user's.</summary>
    public IReadOnlyList<IPlugin> Plugins { get; init; } = [];
}
