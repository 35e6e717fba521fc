namespace IpytestNet.Benchmarks;

/// <summary>Prints each measurement when it is there, and in the end how the important ones compare.</summary>
internal sealed class ResultTable(TextWriter output)
{
    private const int NameWidth = 72;

    private readonly List<Measurement> _measurements = [];
    private readonly List<(string Of, string To)> _ratios = [];

    /// <summary>Begins a group of rows.</summary>
    public void Begin(string title) =>
        output.WriteLine($"\n{title.PadRight(NameWidth)} {"median ms",10} {"min ms",10} {"times",6}");

    /// <summary>Adds a row.</summary>
    public void Add(string name, params IReadOnlyList<double> times)
    {
        var measurement = new Measurement(name, times);
        _measurements.Add(measurement);
        output.WriteLine(FormattableString.Invariant(
            $"  {name.PadRight(NameWidth - 2)} {measurement.Median,10:F1} {measurement.Min,10:F1} {times.Count,6}"));
    }

    /// <summary>Notes something beside the rows.</summary>
    public void Note(string text) => output.WriteLine($"  {text}");

    /// <summary>Asks for a ratio of two rows; it is left out if one of them could not be measured.</summary>
    public void Compare(string of, string to) => _ratios.Add((of, to));

    /// <summary>Prints the ratios asked for, of the best times.</summary>
    public void WriteRatios()
    {
        output.WriteLine("\nratios of the best times");
        foreach (var (of, to) in _ratios)
        {
            if (Find(of) is { } numerator && Find(to) is { } denominator)
                output.WriteLine(FormattableString.Invariant($"  {numerator.Min / denominator.Min,7:F3} = {of} / {to}"));
        }
    }

    private Measurement? Find(string name) => _measurements.Find(measurement => string.Equals(measurement.Name, name, StringComparison.Ordinal));
}
