using System.Diagnostics;
using IpytestNet.Kernel;

namespace IpytestNet.Benchmarks;

/// <summary>The round trip of a cell <c>1 + 1</c>, text to value, in a warm process.</summary>
internal static class CellBenchmarks
{
    private const int Sessions = 5;
    private const int Cells = 200;
    private const int CellsAtTheEnd = 5;
    private const string First = "1 + 1, first cell of a session";
    private const string Last = "1 + 1, 200th cell of a session";

    /// <summary>Measures the first cell and the last ones of some sessions.</summary>
    public static void Run(ResultTable table)
    {
        var (first, last) = (new List<double>(), new List<double>());
        for (var i = 0; i < Sessions; i++)
        {
            using var notebook = new Notebook();
            var times = Enumerable.Range(0, Cells).Select(_ => RoundTrip(notebook)).ToArray();
            first.Add(times[0]);
            last.AddRange(times[^CellsAtTheEnd..]);
        }

        table.Begin("a warm cell");
        table.Add(First, first);
        table.Add(Last, last);
        table.Compare(Last, First);
    }

    private static double RoundTrip(Notebook notebook)
    {
        var start = Stopwatch.GetTimestamp();
        RunBenchmarks.Evaluate(notebook, "1 + 1");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
