namespace IpytestNet;

/// <summary>A word that stands in for the value of a setting.</summary>
public sealed class Setting
{
    private readonly string _text;

    private Setting(string text) => _text = text;

    /// <summary>The value that the setting has; what <c>Config</c> does with a setting that is left out.</summary>
    public static Setting Keep { get; } = new("<keep>");

    /// <summary>The value that <c>AutoConfig</c> gives; what <c>AutoConfig</c> does with a setting that is left out.</summary>
    public static Setting Default { get; } = new("<default>");

    /// <summary>Gives <c>&lt;keep&gt;</c> or <c>&lt;default&gt;</c>.</summary>
    public override string ToString() => _text;
}
