namespace IpytestNet.Fixtures;

/// <summary>What a fixture gave.</summary>
/// <param name="Value">The value for tests.</param>
/// <param name="Finish">What is to be done when nobody needs it any longer, or null.</param>
internal sealed record FixtureValue(object? Value, Func<ValueTask>? Finish = null);
