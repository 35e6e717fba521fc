using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>Source text in a message.</summary>
internal static class SourceText
{
    private const int MaxLength = 300;

    /// <summary>Gives the source of a part, cut where it is long.</summary>
    public static string Of(Part part) => Cut(part.Text);

    /// <summary>Cuts a long source text.</summary>
    public static string Cut(string text) => text.Length > MaxLength ? Literal.Start(text, MaxLength) + "..." : text;
}
