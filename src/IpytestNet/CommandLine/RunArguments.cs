namespace IpytestNet.CommandLine;

/// <summary>The arguments of <c>Ipytest.Run</c>, before their options are read.</summary>
public static class RunArguments
{
    /// <summary>Takes each argument verbatim, but splits one that begins with <c>-</c> and contains white space as a shell does.</summary>
    /// <remarks>
    /// So <c>Run("-k 'a and b' -x")</c> is three arguments and <c>Run("-k", "not slow")</c> two. A value with white space that
    /// shares a string with its option needs quotes: <c>Run("--deselect '{TestRows(n: 1)}'")</c>.
    /// </remarks>
    /// <exception cref="UsageException">A quote is not closed.</exception>
    /// <exception cref="ArgumentException">An argument is null.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        List<string> expanded = [];
        foreach (var argument in arguments)
        {
            if (argument is null)
                throw new ArgumentException($"Expected strings, but argument {expanded.Count + 1} is null; leave it out.", nameof(arguments));
            if (argument.StartsWith('-') && argument.Any(char.IsWhiteSpace))
                expanded.AddRange(ShellWords.Split(argument));
            else
                expanded.Add(argument);
        }

        return expanded;
    }
}
