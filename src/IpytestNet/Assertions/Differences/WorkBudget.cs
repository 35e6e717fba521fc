namespace IpytestNet.Assertions.Differences;

/// <summary>The work that one difference may cost, so that a message never takes long.</summary>
internal sealed class WorkBudget
{
    /// <summary>How many pairs are compared, and how many elements of one collection are read.</summary>
    public const int MaxElements = 100_000;

    // The first comparisons of a process wait for the compiler; the clock starts after them.
    private const int FreeElements = 1_000;
    private const int ElementsPerLook = 256;

    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(50);

    private long? _start;
    private int _compared;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>What was not compared, as a line of a message; null if everything was.</summary>
    public string? Limit { get; private set; }

    /// <summary>Takes one comparison from the budget; false if nothing is left.</summary>
    public bool Spend()
    {
        if (!IsSpent && (_compared == MaxElements || IsLate(_compared)))
        {
            IsSpent = true;
            LeaveAfter(_compared);
        }

        _compared++;
        return !IsSpent;
    }

    /// <summary>Whether going on would take too long.</summary>
    /// <param name="steps">How many cheap steps were made; the clock is looked at now and then.</param>
    public bool IsLate(int steps)
    {
        if (steps < FreeElements || steps % ElementsPerLook > 0)
            return false;
        _start ??= TimeProvider.System.GetTimestamp();
        return TimeProvider.System.GetElapsedTime(_start.Value) > MaxTime;
    }

    /// <summary>Notes that what follows a number of elements is not compared.</summary>
    public void LeaveAfter(int elements) => Limit ??= $"... compared the first {Findings.Count(elements, "element")}";

    /// <summary>Notes that what is deeper than a number of levels is not compared.</summary>
    public void LeaveBelow(int depth) => Limit ??= $"... compared down to level {depth}";
}
