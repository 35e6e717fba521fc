namespace IpytestNet.CommandLine;

/// <summary>The rule behind <c>defopts: "auto"</c>.</summary>
public static class DefaultOptions
{
    /// <summary>Decides whether the notebook is added to a run: unless a positional argument names it or a test of it.</summary>
    /// <remarks>The values of options do not count, so that <c>-k</c> and <c>--deselect</c> narrow the whole notebook.</remarks>
    /// <param name="args">The arguments, with names in braces already replaced.</param>
    /// <param name="module">The notebook's name, as it begins node ids.</param>
    /// <exception cref="UsageException">The arguments are wrong.</exception>
    public static bool EvalAuto(IReadOnlyList<string> args, string module) => EvalAuto(args, module, OptionLookup.WithoutPlugins);

    /// <summary>Decides so where plugins have options of their own.</summary>
    internal static bool EvalAuto(IReadOnlyList<string> args, string module, OptionLookup known)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(module);
        return !ArgumentScanner.Scan(args, known).Targets.Any(target => NodeId.IsOf(target, module));
    }
}
