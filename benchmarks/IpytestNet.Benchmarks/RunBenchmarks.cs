using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;

namespace IpytestNet.Benchmarks;

/// <summary>A warm <c>Ipytest.Run("-q")</c> in a live notebook.</summary>
internal static class RunBenchmarks
{
    /// <summary>The row that baselines are compared with.</summary>
    public const string ThousandFacts = "Ipytest.Run(\"-q\"), 1,000 [Fact] functions";

    /// <summary>The row of the same number of functions without attributes.</summary>
    public const string ThousandFunctions = "Ipytest.Run(\"-q\"), 1,000 test_ functions";

    // lang=csharp
    private const string Clock = """
        double[] RunTimes(int count)
        {
            var times = new double[count];
            for (var i = 0; i < count; i++)
            {
                var start = System.Diagnostics.Stopwatch.GetTimestamp();
                if (Ipytest.Run("-q") != ExitCode.Ok)
                    throw new InvalidOperationException("A benchmark's tests must pass.");
                times[i] = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
            return times;
        }
        """;

    /// <summary>Measures runs of several sizes.</summary>
    public static void Run(ResultTable table)
    {
        table.Begin("a warm run in one live notebook");
        foreach (var count in new[] { 1, 100, 1000, 10_000 })
        {
            table.Add($"Ipytest.Run(\"-q\"), {count:N0} [Fact] functions", Times(count, "[Fact] void Adds_{0}() => Assert.Equal(2, 1 + 1);"));
            table.Add($"Ipytest.Run(\"-q\"), {count:N0} test_ functions", Times(count, "void test_adds_{0}() => Assert.Equal(2, 1 + 1);"));
        }
    }

    private static double[] Times(int tests, string test)
    {
        using var notebook = new Notebook();
        Evaluate(notebook, Clock);
        Evaluate(notebook, string.Join('\n', Enumerable.Range(0, tests).Select(number => test.Replace("{0}", $"{number}", StringComparison.Ordinal))));
        var repetitions = tests < 1000 ? 60 : tests < 10_000 ? 20 : 5;
        // Warm: the code that runs often has been compiled for speed by then.
        Evaluate(notebook, $"RunTimes({repetitions})");
        return (double[])Evaluate(notebook, $"RunTimes({repetitions})")!;
    }

    /// <summary>Runs a cell that must succeed.</summary>
    internal static object? Evaluate(Notebook notebook, string code) => notebook.Run(code) switch
    {
        CellResult.Succeeded succeeded => succeeded.Value,
        CellResult.Failed failed => throw new InvalidOperationException(string.Join('\n', failed.Error.Traceback)),
        var other => throw new InvalidOperationException($"Expected the cell to succeed, but got {other}."),
    };
}
