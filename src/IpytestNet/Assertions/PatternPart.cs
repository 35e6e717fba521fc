using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>A part of a value with the pattern that it is to match.</summary>
/// <param name="Path">The way from the value to the part: <c>Home.City</c>, <c>[0]</c>.</param>
/// <param name="IsKnown">Whether the part could be read.</param>
/// <param name="Value">The part.</param>
/// <param name="Pattern">The pattern.</param>
internal sealed record PatternPart(string Path, bool IsKnown, object? Value, Pattern Pattern);
