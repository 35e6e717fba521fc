using IpytestNet.Values;

namespace IpytestNet.Assertions.Conditions;

/// <summary>How much a failure says.</summary>
/// <param name="Values">How values are written.</param>
/// <param name="MaxLines">How many lines a difference may have, and how many values are listed.</param>
internal sealed record Detail(ValueTextOptions Values, int MaxLines)
{
    private static readonly AsyncLocal<Detail?> Ambient = new();

    /// <summary>What fits on a screen.</summary>
    public static Detail Normal { get; } = new(ValueTextOptions.Assertion, MaxLines: 12);

    /// <summary>More, for <c>-v</c>.</summary>
    public static Detail More { get; } =
        new(ValueTextOptions.Assertion with { MaxDepth = 6, MaxElements = 50, MaxLength = 1_000 }, MaxLines: 60);

    /// <summary>Everything, for <c>-vv</c>.</summary>
    public static Detail Everything { get; } =
        new(ValueTextOptions.Assertion with { MaxDepth = 20, MaxElements = 1_000_000, MaxLength = 10_000_000 }, MaxLines: 1_000_000);

    /// <summary>The detail for a verbosity, as <c>-v</c> and <c>-q</c> give it.</summary>
    public static Detail Of(int verbosity) => verbosity switch
    {
        <= 0 => Normal,
        1 => More,
        _ => Everything,
    };

    /// <summary>The detail that the failures of the calling code, and of all that it starts, have.</summary>
    /// <value>Default <see cref="Normal"/>.</value>
    public static Detail Current
    {
        get => Ambient.Value ?? Normal;
        set => Ambient.Value = value;
    }
}
