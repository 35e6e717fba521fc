namespace IpytestNet.Coverage.Instrumentation;

/// <summary>A statement, or what counts as one: its line is executable, and covered once it has begun to run.</summary>
/// <param name="file">The cell or file that it stands in.</param>
/// <param name="line">The 1-based line that it starts on.</param>
internal sealed class CodeUnit(string file, int line)
{
    /// <summary>The cell or file that it stands in.</summary>
    public string File { get; } = file;

    /// <summary>The 1-based line that it starts on.</summary>
    public int Line { get; } = line;

    /// <summary>The numbers of the probes one of which counts whenever it runs.</summary>
    public IReadOnlyList<int> Probes { get; set; } = [];

    /// <summary>How often it ran.</summary>
    public long HitsIn(long[] hits)
    {
        long sum = 0;
        foreach (var probe in Probes)
            sum += hits[probe];
        return sum;
    }
}
