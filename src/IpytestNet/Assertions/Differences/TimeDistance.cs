using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>How far two points in time are apart.</summary>
internal static class TimeDistance
{
    /// <summary>Writes the distance; null if the values are no times of one type, or not apart.</summary>
    public static string? Of(object left, object right)
    {
        var distance = (left, right) switch
        {
            (DateTime first, DateTime second) => first - second,
            (DateTimeOffset first, DateTimeOffset second) => first - second,
            (TimeSpan first, TimeSpan second) => SafeDistance(first, second),
            (TimeOnly first, TimeOnly second) => first > second ? first - second : second - first,
            (DateOnly first, DateOnly second) => TimeSpan.FromDays(first.DayNumber - second.DayNumber),
            _ => TimeSpan.Zero,
        };
        if (distance == TimeSpan.Zero)
            return null;
        return left is DateOnly ? Findings.Count((int)distance.Duration().TotalDays, "day") : ValueText.Of(distance.Duration());
    }

    /// <summary>Says that two times are not of one kind; null if they are.</summary>
    public static string? KindHint(object left, object right) =>
        left is DateTime first && right is DateTime second && first.Kind != second.Kind
            ? $"the kinds differ: DateTimeKind.{first.Kind} and DateTimeKind.{second.Kind} (== compares without converting)"
            : null;

    private static TimeSpan SafeDistance(TimeSpan left, TimeSpan right) =>
        Math.Abs((decimal)left.Ticks - right.Ticks) < long.MaxValue ? left - right : TimeSpan.Zero;
}
