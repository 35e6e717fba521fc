namespace IpytestNet.Benchmarks;

/// <summary>What was measured, and how long each repetition took.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Times">Milliseconds of each repetition; at least one.</param>
internal sealed record Measurement(string Name, IReadOnlyList<double> Times)
{
    /// <summary>The best repetition, in milliseconds: the figure that noise of the machine touches least.</summary>
    public double Min => Times.Min();

    /// <summary>The repetition in the middle, in milliseconds.</summary>
    public double Median => Times.Order().ElementAt(Times.Count / 2);
}
