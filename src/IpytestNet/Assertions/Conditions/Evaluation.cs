namespace IpytestNet.Assertions.Conditions;

/// <summary>What was evaluated of a condition.</summary>
/// <param name="Site">The assertion.</param>
/// <param name="Reached">A bit for each slot whose part was evaluated.</param>
/// <param name="Values">The values by slot; only those of reached parts count.</param>
internal sealed record Evaluation(AssertionSite Site, ulong Reached, IReadOnlyList<object?> Values)
{
    /// <summary>Whether the part was evaluated and its value kept.</summary>
    public bool Has(Part part) => part.Slot is { } slot && Has(slot);

    /// <summary>Whether a slot was filled.</summary>
    public bool Has(int slot) => (Reached & (1UL << slot)) != 0 && !ReferenceEquals(Values[slot], Unread.Value);
}
