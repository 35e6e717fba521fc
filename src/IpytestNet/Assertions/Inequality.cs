using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>What a comparison says about the equality of its sides.</summary>
internal static class Inequality
{
    /// <summary>Tells whether the outcome of a comparison is that its sides are not equal.</summary>
    public static bool IsClaimed(Part.Comparison comparison, bool? truth) =>
        comparison.Operator switch
        {
            "==" => truth == false,
            "!=" => truth == true,
            _ => false,
        };
}
