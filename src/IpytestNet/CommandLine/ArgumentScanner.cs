namespace IpytestNet.CommandLine;

/// <summary>Tells options, their values and positional arguments apart, by the rules of Python's argparse.</summary>
internal sealed class ArgumentScanner
{
    private readonly OptionLookup _options;
    private readonly Queue<string> _rest;
    private readonly List<OptionUse> _uses = [];
    private readonly List<string> _targets = [];
    private readonly List<string> _unrecognized = [];

    private ArgumentScanner(IEnumerable<string> arguments, OptionLookup options)
    {
        _options = options;
        _rest = new Queue<string>(arguments);
    }

    /// <summary>Scans one list of arguments; options and positional arguments may come in any order.</summary>
    /// <exception cref="UsageException">A value is missing or too much, or an option is ambiguous or not available.</exception>
    /// <param name="arguments">The arguments.</param>
    /// <param name="options">The options that there are.</param>
    public static ScannedArguments Scan(IEnumerable<string> arguments, OptionLookup options)
    {
        var scanner = new ArgumentScanner(arguments, options);
        scanner.Run();
        return new ScannedArguments(scanner._uses, scanner._targets, scanner._unrecognized);
    }

    private void Run()
    {
        while (_rest.TryDequeue(out var argument))
        {
            if (argument == "--")
                break;
            if (argument.StartsWith("--", StringComparison.Ordinal))
                TakeLong(argument);
            else if (argument.Length > 1 && argument[0] == '-')
                TakeShort(argument);
            else
                _targets.Add(argument);
        }

        _targets.AddRange(_rest);
    }

    private void TakeLong(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? argument : argument[..equals];
        var value = equals < 0 ? null : argument[(equals + 1)..];
        if (_options.FindLong(name) is { } option)
            _uses.Add(Use(option, value));
        else
            _unrecognized.Add(argument);
    }

    /// <summary>Takes flags that share a dash; the first that needs a value takes what is left, <c>-xkadd</c> or <c>-xk=add</c>.</summary>
    private void TakeShort(string argument)
    {
        List<OptionUse> uses = [];
        for (var i = 1; i < argument.Length; i++)
        {
            if (_options.FindShort(argument[i]) is not { } option)
            {
                _unrecognized.Add(argument);
                return;
            }

            var left = argument[(i + 1)..];
            var value = left.StartsWith('=') ? left[1..] : left.Length > 0 && option.TakesValue ? left : null;
            uses.Add(Use(option, value));
            if (value is not null || option.TakesValue)
                break;
        }

        _uses.AddRange(uses);
    }

    private OptionUse Use(Option option, string? value)
    {
        if (option.TakesValue)
            return new OptionUse(option, value ?? (option.ValueIsOptional ? "" : NextValue(option)));
        if (value is not null)
            throw new UsageException($"argument {option.Title}: ignored explicit argument '{value}'") { ShowsUsage = true };
        return new OptionUse(option, "");
    }

    private string NextValue(Option option) =>
        _rest.TryPeek(out var next) && !LooksLikeOption(next)
            ? _rest.Dequeue()
            : throw new UsageException($"argument {option.Title}: expected one argument") { ShowsUsage = true };

    private static bool LooksLikeOption(string argument) =>
        argument.Length > 1 && argument[0] == '-' && !char.IsAsciiDigit(argument[1]) && !argument.Contains(' ', StringComparison.Ordinal);
}
