namespace IpytestNet.Assertions.Conditions;

/// <summary>What a lazy sequence has yielded to the one who asked.</summary>
internal interface IRecording
{
    /// <summary>The first elements that were yielded.</summary>
    IReadOnlyList<object?> Yielded { get; }

    /// <summary>How many elements were yielded.</summary>
    int Count { get; }

    /// <summary>Whether the sequence was asked to its end.</summary>
    bool IsComplete { get; }
}
