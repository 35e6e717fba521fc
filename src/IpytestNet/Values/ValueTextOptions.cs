namespace IpytestNet.Values;

/// <summary>How much of a value is written, and in which form.</summary>
public sealed record ValueTextOptions
{
    /// <summary>What a notebook shows: lazy sequences are enumerated, long values break into lines.</summary>
    public static ValueTextOptions Notebook { get; } = new();

    /// <summary>What a message shows: one short line, exact, and nothing of the user's is enumerated for it.</summary>
    public static ValueTextOptions Assertion { get; } = new()
    {
        MaxLength = 160,
        LineWidth = 0,
        EnumerateLazy = false,
        Exact = true,
        TimeLimit = TimeSpan.FromSeconds(1),
    };

    /// <summary>How many levels of collections and objects are opened.</summary>
    /// <value>Default 3.</value>
    public int MaxDepth { get; init; } = 3;

    /// <summary>How many elements of a collection are written.</summary>
    /// <value>Default 10.</value>
    public int MaxElements { get; init; } = 10;

    /// <summary>About how many characters the text may have before the rest is left out.</summary>
    /// <value>Default 10,000.</value>
    public int MaxLength { get; init; } = 10_000;

    /// <summary>How many characters a line may have before a collection or object is written an element a line.</summary>
    /// <value>Default 100; 0 keeps everything on one line.</value>
    public int LineWidth { get; init; } = 100;

    /// <summary>Whether sequences that are no collections are enumerated, up to <see cref="MaxElements"/>.</summary>
    /// <value>Default true.</value>
    public bool EnumerateLazy { get; init; } = true;

    /// <summary>Whether values are written so that unequal ones look unequal: every digit of a second, <c>typeof(X)</c>.</summary>
    /// <value>Default false.</value>
    public bool Exact { get; init; }

    /// <summary>How long code of the values, such as <c>ToString</c>, may run in all before it is left behind on a thread of its own.</summary>
    /// <value>Default null: as long as it takes, on the caller's thread.</value>
    internal TimeSpan? TimeLimit { get; init; }
}
