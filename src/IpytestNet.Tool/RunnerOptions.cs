using IpytestNet.CommandLine;

namespace IpytestNet.Tool;

/// <summary>Takes the options of <c>ipytest run</c> itself out of its arguments.</summary>
internal static class RunnerOptions
{
    /// <summary>Reads the command's own options.</summary>
    /// <param name="arguments">All arguments after the verb.</param>
    /// <param name="rest">The others, in the order given: paths and pytest options.</param>
    /// <exception cref="UsageException">A value is missing, or there is one too many.</exception>
    public static RunCommandLine Take(IReadOnlyList<string> arguments, out IReadOnlyList<string> rest)
    {
        var read = new RunCommandLine();
        var others = new List<string>();
        var waiting = new Queue<string>(arguments);
        while (waiting.TryDequeue(out var argument))
        {
            if (argument is "--")
            {
                others.AddRange([argument, .. waiting]);
                break;
            }
            if (Apply(read, argument, waiting) is { } applied)
                read = applied;
            else
                others.Add(argument);
        }
        rest = others;
        return read;
    }

    private static RunCommandLine? Apply(RunCommandLine read, string argument, Queue<string> waiting)
    {
        var parts = argument.Split('=', 2);
        var value = parts is [_, var given] ? given : null;
        return parts[0] switch
        {
            "--output" => read with { Output = Value("--output", "the file or folder to write", value, waiting) },
            "--shard" => read with { Shard = Shard.Parse(Value("--shard", "the part to run, such as 2/5", value, waiting)) },
            "--inplace" => Flag(read with { InPlace = true }, value, "--inplace"),
            "--allow-errors" => Flag(read with { AllowErrors = true }, value, "--allow-errors"),
            "--no-autoconfig" => Flag(read with { NoAutoConfig = true }, value, "--no-autoconfig"),
            var name => read.Nbval.With(name, () => Flag(read, value, name), what => Value(name, what, value, waiting)) is { } nbval ? read with { Nbval = nbval } : null,
        };
    }

    private static string Value(string name, string what, string? given, Queue<string> waiting)
    {
        var value = given ?? (waiting.TryPeek(out var next) && !next.StartsWith('-') ? waiting.Dequeue() : null);
        return string.IsNullOrEmpty(value)
            ? throw new UsageException($"argument {name}: expected one argument, {what}")
            : value;
    }

    private static RunCommandLine Flag(RunCommandLine read, string? value, string name) =>
        value is null ? read : throw new UsageException($"argument {name}: expected no value, but '{value}' came; write {name} alone");
}
