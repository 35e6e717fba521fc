using System.Globalization;

namespace IpytestNet.CommandLine;

/// <summary>Reads the values of options.</summary>
internal static class OptionValue
{
    /// <summary>Reads one of several words.</summary>
    /// <exception cref="UsageException">It is none of them.</exception>
    public static T Choice<T>(string option, string value, params (string Name, T Value)[] choices)
    {
        foreach (var choice in choices)
        {
            if (choice.Name == value)
                return choice.Value;
        }

        var names = string.Join(", ", choices.Select(choice => $"'{choice.Name}'"));
        throw Wrong($"argument {option}: invalid choice: '{value}' (choose from {names})");
    }

    /// <summary>Reads a whole number, 0 or more.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static int Count(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Wrong($"argument {option}: invalid int value: '{value}' (write a whole number, 0 or more)");

    /// <summary>Reads a time in seconds, 0 or more.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static TimeSpan Seconds(string option, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(seconds)
            : throw Wrong($"argument {option}: invalid float value: '{value}' (write a time in seconds, such as 0.5)");

    /// <summary>Reads a limit in seconds; 0 is none.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static TimeSpan? Limit(string option, string value) => Seconds(option, value) is { Ticks: > 0 } limit ? limit : null;

    /// <summary>Makes the error of a wrong value.</summary>
    public static UsageException Wrong(string message) => new(message) { ShowsUsage = true };
}
