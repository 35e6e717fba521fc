namespace IpytestNet.Reports.Html;

/// <summary>The colour and weight that escape sequences have switched on, as classes of the style sheets.</summary>
/// <param name="Color">The class of the colour, or null.</param>
/// <param name="IsBold">Whether it is bold.</param>
internal readonly record struct InkClasses(string? Color, bool IsBold)
{
    /// <summary>Plain text.</summary>
    public static InkClasses None { get; } = new(Color: null, IsBold: false);

    /// <summary>Whether the text is plain.</summary>
    public bool IsNone => Color is null && !IsBold;

    /// <summary>The ink after a sequence with these codes.</summary>
    public InkClasses After(string codes) => codes.Split(';').Aggregate(this, (ink, code) => ink.AfterCode(code));

    /// <summary>Gives the value of the attribute <c>class</c>.</summary>
    public override string ToString() => string.Join(' ', new[] { Color, IsBold ? "ink-bold" : null }.OfType<string>());

    private InkClasses AfterCode(string code) => code switch
    {
        "" or "0" => None,
        "1" => this with { IsBold = true },
        "22" => this with { IsBold = false },
        "39" => this with { Color = null },
        "31" or "91" => this with { Color = "ink-red" },
        "32" or "92" => this with { Color = "ink-green" },
        "33" or "93" => this with { Color = "ink-yellow" },
        "34" or "94" => this with { Color = "ink-blue" },
        "35" or "95" => this with { Color = "ink-purple" },
        "36" or "96" => this with { Color = "ink-cyan" },
        "30" or "90" or "37" => this with { Color = "ink-grey" },
        _ => this,
    };
}
