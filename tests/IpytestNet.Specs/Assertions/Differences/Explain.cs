using IpytestNet.Assertions.Conditions;
using IpytestNet.Assertions.Differences;

namespace IpytestNet.Specs.Assertions.Differences;

/// <summary>Differences as a message shows them.</summary>
internal static class Explain
{
    public static string Difference(object? left, object? right, Detail? detail = null) =>
        Text(IpytestNet.Assertions.Differences.Difference.Of(left, right, detail ?? Detail.Normal));

    public static string Sequences(object left, object right) => Text(IpytestNet.Assertions.Differences.Difference.OfSequences(left, right, Detail.Normal));

    public static string Sets(object left, object right, Asked asked = Asked.SetEqual) =>
        Text(IpytestNet.Assertions.Differences.Difference.OfSets(left, right, asked, Detail.Normal));

    public static string Strings(string left, string right, StringComparison comparison) =>
        Text(IpytestNet.Assertions.Differences.Difference.OfStrings(left, right, comparison, Detail.Normal));

    private static string Text(Difference difference) =>
        string.Join('\n', [.. difference.Lines, .. difference.Notes.Select(note => $"note: {note}")]);
}
