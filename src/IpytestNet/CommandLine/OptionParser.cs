namespace IpytestNet.CommandLine;

/// <summary>Reads the pytest dialect of arguments.</summary>
internal static class OptionParser
{
    /// <summary>Reads the arguments of a run from their three sources.</summary>
    /// <param name="addopts">The configured ones.</param>
    /// <param name="arguments">Those of <c>Run</c> or of the magic line.</param>
    /// <param name="appended">Those of the command that runs the notebook.</param>
    /// <param name="known">The options that there are; those without plugins if it is left out.</param>
    /// <remarks>
    /// The last one counts for options with a single value. Verbosity adds up within a source and replaces that of the
    /// sources before it, so that <c>-v</c> lists the tests although <c>-q</c> is configured.
    /// </remarks>
    /// <exception cref="UsageException">The arguments are wrong.</exception>
    public static RunOptions Parse(
        IReadOnlyList<string> addopts,
        IReadOnlyList<string> arguments,
        IReadOnlyList<string> appended,
        OptionLookup? known = null)
    {
        ScannedArguments[] sources =
            [.. new[] { addopts, arguments, appended }.Select(list => ArgumentScanner.Scan(list, known ?? OptionLookup.WithoutPlugins))];
        var options = sources.Aggregate(new RunOptions(), Apply);

        string[] unrecognized = [.. sources.SelectMany(source => source.Unrecognized)];
        if (unrecognized.Length > 0 && !options.Help)
            throw new UsageException($"unrecognized arguments: {string.Join(' ', unrecognized)}") { ShowsUsage = true };
        return options;
    }

    private static RunOptions Apply(RunOptions options, ScannedArguments source)
    {
        if (source.Uses.Any(use => use.Option.ChangesVerbosity))
            options = options with { Verbosity = 0 };
        options = options with { Targets = [.. options.Targets, .. source.Targets] };
        return source.Uses.Aggregate(options, (current, use) => use.Option.Apply(current, use.Value));
    }
}
