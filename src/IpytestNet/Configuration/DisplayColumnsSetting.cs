namespace IpytestNet.Configuration;

/// <summary>The setting <c>displayColumns</c> as it is given: a width above 0, <c>false</c> to leave it alone, or a word.</summary>
public readonly record struct DisplayColumnsSetting
{
    private DisplayColumnsSetting(Setting<object?> given) => Given = given;

    internal Setting<object?> Given { get; }

    /// <summary>Gives a word.</summary>
    public static implicit operator DisplayColumnsSetting(Setting word) => new(new Setting<object?>(word));

    /// <summary>Gives <c>false</c>, which leaves the width alone; <c>true</c> is rejected when the setting is applied.</summary>
    public static implicit operator DisplayColumnsSetting(bool value) => new(new Setting<object?>(value: value));

    /// <summary>Gives a width in columns; null leaves it alone, as in <see cref="IpytestConfig.DisplayColumns"/>.</summary>
    public static implicit operator DisplayColumnsSetting(int? columns) => new(new Setting<object?>(value: columns));

    /// <summary>Gives the value, the word, or <c>&lt;unset&gt;</c>.</summary>
    public override string ToString() => Given.ToString();

    /// <summary>Checks a value; null leaves the width alone.</summary>
    /// <exception cref="ArgumentException">It is no width.</exception>
    internal static int? Read(object? displayColumns) =>
        displayColumns switch
        {
            null or false => null,
            int columns and > 0 => columns,
            _ => throw new ArgumentException(
                "displayColumns: expected a width of 1 or more columns, or false to leave the width alone, "
                + $"but got {GivenValue.Describe(displayColumns)}.",
                nameof(displayColumns)),
        };
}
