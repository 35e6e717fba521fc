using Xunit;

namespace IpytestNet.Specs.Assertions.Differences;

public sealed class ScalarDifferenceSpecs
{
    private static readonly DateTime Noon = new(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<object?, object?, string> Pairs => new()
    {
        { 3, 4, "" },
        { null, 3, "" },
        { null, "a", "" },
        { null, null, "" },
        { 1, 1L, "note: the types differ: int and long" },
        { 1, "b", "" },
        { 'a', 'b', "" },
        { double.NaN, double.NaN, "note: double.NaN is equal to nothing, not even to itself (use double.IsNaN)" },
        { 1f, float.NaN, "note: float.NaN is equal to nothing, not even to itself (use float.IsNaN)" },
        { 0.1 + 0.2, 0.3, "difference: 5.551115123125783E-17\nnote: numbers with a floating point are rounded (compare with a tolerance)" },
        { 0.1f, 0.1, "difference: 1.4901161138336505E-09\nnote: numbers with a floating point are rounded (compare with a tolerance)\nnote: the types differ: float and double" },
        { 1.0, 2.0, "" },
        { Noon, Noon.AddMilliseconds(1), "difference: 00:00:00.0010000" },
        { Noon, Noon.AddDays(-2), "difference: 2.00:00:00" },
        { Noon, DateTime.SpecifyKind(Noon, DateTimeKind.Local).AddHours(1), "difference: 01:00:00\nnote: the kinds differ: DateTimeKind.Utc and DateTimeKind.Local (== compares without converting)" },
        { new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(2)), new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), "difference: 02:00:00" },
        { TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(1), "difference: 00:00:00.5000000" },
        { TimeSpan.MaxValue, TimeSpan.MinValue, "" },
        { new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 4), "difference: 3 days" },
        { new TimeOnly(23, 0), new TimeOnly(1, 0), "difference: 22:00:00" },
        { Guid.Empty, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), "" },
        { new Version(1, 2), new Version(1, 3), "" },
        { DayOfWeek.Monday, DayOfWeek.Friday, "" },
        { typeof(int), typeof(long), "" },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void Only_what_the_two_values_do_not_show_is_told(object? left, object? right, string expected) =>
        Assert.Equal(expected, Explain.Difference(left, right));

    [Fact]
    public void Two_objects_that_look_alike_are_told_apart()
    {
        var text = Explain.Difference(new CancellationTokenSource(), new CancellationTokenSource());

        Assert.Equal("note: two different objects of type CancellationTokenSource, which is compared by reference", text);
    }
}
