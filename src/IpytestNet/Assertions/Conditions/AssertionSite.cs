namespace IpytestNet.Assertions.Conditions;

/// <summary>An assertion in code: what its failure is told from.</summary>
/// <param name="Text">What is asserted, as the first line of a message names it.</param>
/// <param name="Call">The assertion as the user wrote it, without the message.</param>
/// <param name="Condition">The condition that has to hold.</param>
internal sealed record AssertionSite(string Text, string Call, Part Condition)
{
    /// <summary>The bit among those of slots that says that the whole condition was evaluated.</summary>
    public const ulong Evaluated = 1UL << 63;

    private static readonly List<AssertionSite> Known = [];

    /// <summary>Makes a site known to the code that is generated for it.</summary>
    /// <returns>The number by which the code names it.</returns>
    public static int Add(AssertionSite site)
    {
        lock (Known)
        {
            Known.Add(site);
            return Known.Count - 1;
        }
    }

    /// <summary>Gives the site of a number.</summary>
    public static AssertionSite Get(int number)
    {
        lock (Known)
            return Known[number];
    }
}
