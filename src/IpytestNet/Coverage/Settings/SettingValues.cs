using System.Globalization;
using System.Text.RegularExpressions;
using IpytestNet.CommandLine;

namespace IpytestNet.Coverage.Settings;

/// <summary>Reads the values of settings as coverage.py does.</summary>
/// <param name="path">The file, as errors name it.</param>
/// <param name="environment">Gives the value of an environment variable, or null.</param>
internal sealed partial class SettingValues(string path, Func<string, string?> environment)
{
    private static readonly string[] Columns = ["name", "stmts", "miss", "branch", "brpart", "cover"];

    /// <summary>A text.</summary>
    public string Text(SettingEntry entry) => Variable().Replace(entry.Value, match => Value(entry, match)).Trim();

    /// <summary>A list, divided by commas and line feeds.</summary>
    public IReadOnlyList<string> List(SettingEntry entry) =>
        Text(entry).Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A list of regular expressions, one in a line.</summary>
    /// <exception cref="UsageException">One is none.</exception>
    public IReadOnlyList<string> Patterns(SettingEntry entry)
    {
        string[] patterns = Text(entry).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var pattern in patterns)
        {
            try
            {
                _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            }
            catch (ArgumentException error)
            {
                throw Wrong(entry, $"invalid regular expression '{pattern}': {error.Message.TrimEnd('.')}");
            }
        }

        return patterns;
    }

    /// <summary>Yes or no.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public bool Truth(SettingEntry entry) => Text(entry).ToLowerInvariant() switch
    {
        "1" or "yes" or "true" or "on" => true,
        "0" or "no" or "false" or "off" => false,
        var other => throw Wrong(entry, $"not a boolean: '{other}' (write true or false)"),
    };

    /// <summary>A percentage.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public double Percent(SettingEntry entry) =>
        double.TryParse(Text(entry), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100
            ? percent
            : throw Wrong(entry, $"expected a percentage from 0 to 100, but got '{Text(entry)}'");

    /// <summary>A number of digits.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public int Digits(SettingEntry entry) =>
        int.TryParse(Text(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits <= 9
            ? digits
            : throw Wrong(entry, $"expected a number of digits from 0 to 9, but got '{Text(entry)}'");

    /// <summary>A column of the table.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public string Column(SettingEntry entry)
    {
        var column = Text(entry).ToLowerInvariant();
        return Columns.Contains(column.TrimStart('-', '+'), StringComparer.Ordinal)
            ? column
            : throw Wrong(entry, $"expected a column ({string.Join(", ", Columns)}), with - before it for descending, but got '{column}'");
    }

    /// <summary>Makes the error of a wrong value.</summary>
    public UsageException Wrong(SettingEntry entry, string problem) => new($"{path}:{entry.Line}: [{entry.Section}] {entry.Key}: {problem}");

    private string Value(SettingEntry entry, Match match)
    {
        if (match.Groups["dollar"].Success)
            return "$";
        var name = match.Groups["name"].Value;
        if (environment(name) is { } value)
            return value;
        if (match.Groups["strict"].Success)
            throw Wrong(entry, $"the environment variable {name} is not set, and the setting needs it");
        return match.Groups["default"].Value;
    }

    [GeneratedRegex(@"\$(?:(?<dollar>\$)|(?<name>\w+)|\{(?<name>\w+)(?:(?<strict>\?)|-(?<default>[^}]*))?\})", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
