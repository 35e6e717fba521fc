using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>The order in which the parts of a condition are told.</summary>
internal static class PartTree
{
    /// <summary>Lists a part and all parts within it, each before those within it.</summary>
    public static IEnumerable<Part> WithParts(Part part) => part.Parts.SelectMany(WithParts).Prepend(part);
}
