namespace IpytestNet.Configuration;

/// <summary>The setting <c>clean</c> as it is given: a glob, <c>false</c> for off, or a word.</summary>
public readonly record struct CleanSetting
{
    private CleanSetting(Setting<object?> given) => Given = given;

    internal Setting<object?> Given { get; }

    /// <summary>Gives a word.</summary>
    public static implicit operator CleanSetting(Setting word) => new(new Setting<object?>(word));

    /// <summary>Gives <c>false</c>, which is off; <c>true</c> is rejected when the setting is applied.</summary>
    public static implicit operator CleanSetting(bool value) => new(new Setting<object?>(value: value));

    /// <summary>Gives a glob; null is off, as in <see cref="IpytestConfig.Clean"/>.</summary>
    public static implicit operator CleanSetting(string? pattern) => new(new Setting<object?>(value: pattern));

    /// <summary>Gives the value, the word, or <c>&lt;unset&gt;</c>.</summary>
    public override string ToString() => Given.ToString();

    /// <summary>Checks a value; null is off.</summary>
    /// <exception cref="ArgumentException">It is neither a glob nor off.</exception>
    internal static string? Read(object? clean) =>
        clean switch
        {
            null or false => null,
            string pattern when !string.IsNullOrWhiteSpace(pattern) => pattern,
            _ => throw new ArgumentException(
                $"clean: expected a glob such as \"[Tt]est*\", or false to forget no tests, but got {GivenValue.Describe(clean)}.",
                nameof(clean)),
        };
}
