namespace IpytestNet.Hosting;

/// <summary>What came of code that ran beside the cells of a notebook.</summary>
/// <param name="Value">The value of its last expression.</param>
/// <param name="HasValue">Whether it ends in an expression with a value.</param>
public sealed record AsideResult(object? Value, bool HasValue);
