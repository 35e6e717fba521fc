namespace IpytestNet.Assertions.Differences;

/// <summary>A value as the key of a table; dictionaries refuse null.</summary>
internal readonly record struct ContentKey(object? Value);
