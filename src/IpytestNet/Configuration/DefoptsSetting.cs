namespace IpytestNet.Configuration;

/// <summary>The setting <c>defopts</c> as it is given: <c>"auto"</c>, <c>true</c>, <c>false</c>, a <see cref="Defopts"/>, or a word.</summary>
public readonly record struct DefoptsSetting
{
    private DefoptsSetting(Setting<object?> given) => Given = given;

    internal Setting<object?> Given { get; }

    /// <summary>Gives a word.</summary>
    public static implicit operator DefoptsSetting(Setting word) => new(new Setting<object?>(word));

    /// <summary>Gives always or never.</summary>
    public static implicit operator DefoptsSetting(bool value) => new(new Setting<object?>(value: value));

    /// <summary>Gives <c>"auto"</c>; any other text is rejected when the setting is applied.</summary>
    public static implicit operator DefoptsSetting(string value) => new(new Setting<object?>(value: value));

    /// <summary>Gives one of the three.</summary>
    public static implicit operator DefoptsSetting(Defopts value) => new(new Setting<object?>(value: value));

    /// <summary>Gives the value, the word, or <c>&lt;unset&gt;</c>.</summary>
    public override string ToString() => Given.ToString();

    /// <summary>Checks a value.</summary>
    /// <exception cref="ArgumentException">It is none of the three.</exception>
    internal static Defopts Read(object? defopts) =>
        defopts switch
        {
            true => Defopts.True,
            false => Defopts.False,
            "auto" => Defopts.Auto,
            Defopts value when Enum.IsDefined(value) => value,
            _ => throw new ArgumentException(
                "defopts: expected \"auto\" (add the notebook unless an argument names it), true (always) or false (never), "
                + $"but got {GivenValue.Describe(defopts)}.",
                nameof(defopts)),
        };
}
