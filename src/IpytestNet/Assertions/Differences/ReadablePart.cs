namespace IpytestNet.Assertions.Differences;

/// <summary>A part of an object with its name.</summary>
internal readonly record struct ReadablePart(string Name, object? Value);
