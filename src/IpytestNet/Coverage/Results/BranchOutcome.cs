namespace IpytestNet.Coverage.Results;

/// <summary>One outcome of a decision: a condition that is true, a value that is null, a section of a switch that is entered.</summary>
/// <param name="Line">The 1-based line that it belongs to; always an executable line.</param>
/// <param name="Decision">The number of its decision on that line, from 0.</param>
/// <param name="Hits">How often it came about.</param>
internal sealed record BranchOutcome(int Line, int Decision, long Hits)
{
    /// <summary>The code of the decision, on one line and shortened: <c>c == 'i'</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>The word for it: <c>true</c>, <c>false</c>, <c>null</c>, <c>not null</c>, <c>element</c>, <c>exhausted</c>, <c>case 3</c>, <c>no case</c>.</summary>
    public required string Word { get; init; }

    /// <summary>The 1-based line that it leads to; <see cref="Exit"/> for the end of the function; null where it has no line of its own.</summary>
    public int? Destination { get; init; }

    /// <summary>Whether <c>// pragma: no branch</c> makes it count as taken.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it counts as covered.</summary>
    public bool IsTaken => Hits > 0 || IsOptional;

    /// <summary>The <see cref="Destination"/> of an outcome that leaves the function.</summary>
    public const int Exit = -1;
}
