using System.Numerics;
using System.Text.RegularExpressions;

namespace IpytestNet.Coverage.Reports;

/// <summary>The order of names that a person expects: <c>In[2]</c> before <c>In[10]</c>.</summary>
internal sealed partial class HumanOrder : IComparer<string>
{
    /// <summary>The order.</summary>
    public static HumanOrder Comparer { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var left = Digits().Split(x ?? "");
        var right = Digits().Split(y ?? "");
        // Texts and numbers take turns, so that each meets its like.
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = i % 2 == 0 ? string.CompareOrdinal(left[i], right[i]) : Number(left[i]).CompareTo(Number(right[i]));
            if (order != 0)
                return order;
        }

        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(x, y);
    }

    private static BigInteger Number(string digits) => BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("([0-9]+)")]
    private static partial Regex Digits();
}
