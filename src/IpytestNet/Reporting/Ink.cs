namespace IpytestNet.Reporting;

/// <summary>The colour and weight of a piece of text.</summary>
/// <param name="Codes">The escape sequences that switch it on; null or empty for plain text.</param>
internal readonly record struct Ink(string? Codes)
{
    public static Ink Bold { get; } = new("\e[1m");

    public static Ink Red { get; } = new("\e[31m");

    public static Ink Green { get; } = new("\e[32m");

    public static Ink Yellow { get; } = new("\e[33m");

    public static Ink Cyan { get; } = new("\e[36m");

    /// <summary>The ink of comments in source lines.</summary>
    public static Ink Grey { get; } = new("\e[90m");

    /// <summary>The ink of function names in source lines.</summary>
    public static Ink BrightGreen { get; } = new("\e[92m");

    /// <summary>The ink of keywords and numbers in source lines.</summary>
    public static Ink BrightBlue { get; } = new("\e[94m");

    /// <summary>Makes this ink bold.</summary>
    public Ink AndBold() => new(Codes + Bold.Codes);

    /// <summary>Surrounds a text with the sequences that switch the ink on and off.</summary>
    public string Apply(string text) => string.IsNullOrEmpty(Codes) || text.Length == 0 ? text : $"{Codes}{text}\e[0m";
}
