using System.Diagnostics;
using System.Globalization;
using IpytestNet.Kernel;

namespace IpytestNet.Benchmarks;

/// <summary>What an assertion costs that holds, beside a plain <c>if</c> with a <c>throw</c>, in loops of one cell.</summary>
internal static class AssertionBenchmarks
{
    private const int Passes = 1_000_000;
    private const int Rounds = 60;
    private const int CompiledCells = 40;

    private const string Setup =
        """
        class Box { public string Name = "hello"; public List<int> Numbers = new() { 1, 2, 3 }; }
        static int Add(int a, int b) => a + b;
        """;

    private static readonly (string Condition, string Kind)[] Conditions =
    [
        ("x < y", "a comparison"),
        ("Add(i, 2) == i + 2", "a call"),
        ("p.Name.Length == 5 && p.Numbers.Count > 0", "a chain"),
        ("p.Numbers.All(v => v > 0)", "an observed predicate"),
        ("p.Numbers.Where(v => v > 1).Count() == 2", "a recorded sequence"),
    ];

    /// <summary>Measures every condition in both forms, one after the other in turns.</summary>
    public static void Run(ResultTable table)
    {
        using var notebook = new Notebook();
        RunBenchmarks.Evaluate(notebook, Setup);
        table.Begin("1,000,000 assertions that hold");
        foreach (var (condition, kind) in Conditions)
        {
            RunBenchmarks.Evaluate(notebook, Loop("Plain", $"if (!({condition})) throw new Exception();"));
            RunBenchmarks.Evaluate(notebook, Loop("Asserted", $"Assert({condition});"));
            var (plain, asserted) = ($"{kind}: if (!({condition})) throw", $"{kind}: Assert({condition})");
            var times = Measure(notebook);
            table.Add(plain, times[0]);
            table.Add(asserted, times[1]);
            table.Note($"bytes allocated by each: {Allocated(notebook, "Plain")} and {Allocated(notebook, "Asserted")}");
            table.Compare(asserted, plain);
        }
    }

    private static string Loop(string name, string statement) =>
        $$"""
        static void {{name}}(Box p, int y)
        {
            for (var i = 0; i < y; i++)
            {
                var x = i;
                {{statement}}
            }
        }
        """;

    private static double[][] Measure(Notebook notebook) => (double[][])RunBenchmarks.Evaluate(
        notebook,
        $$"""
        double Time(Action<Box, int> loop, Box p)
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            loop(p, {{Passes}});
            return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var box = new Box();
        var (plain, asserted) = (new List<double>(), new List<double>());
        for (var round = 0; round < {{Rounds}}; round++)
        {
            plain.Add(Time(Plain, box));
            asserted.Add(Time(Asserted, box));
        }

        new[] { plain.Skip({{Rounds / 2}}).ToArray(), asserted.Skip({{Rounds / 2}}).ToArray() }
        """)!;

    private static object Allocated(Notebook notebook, string function) => RunBenchmarks.Evaluate(
        notebook,
        $$"""
        var before = GC.GetAllocatedBytesForCurrentThread();
        {{function}}(box, {{Passes}});
        (GC.GetAllocatedBytesForCurrentThread() - before) / {{Passes}}
        """)!;

    /// <summary>Measures what rewriting adds to the compilation of a test cell of 200 lines, and to one without assertions.</summary>
    public static void RunCompilation(ResultTable table)
    {
        const string with = "a cell of 200 lines, 50 assertions";
        const string without = "a cell of 200 lines without assertions";
        table.Begin("rewriting a test cell");
        foreach (var (name, cell) in new[] { (with, TestCell("Assert(Add(i, {0}) == i + {0});")), (without, TestCell("if (Add(i, {0}) != i + {0}) throw new Exception();")) })
        {
            var times = new Dictionary<bool, List<double>> { [true] = [], [false] = [] };
            using var notebook = new Notebook();
            RunBenchmarks.Evaluate(notebook, Setup);
            for (var round = 0; round < CompiledCells; round++)
            {
                foreach (var rewrites in new[] { false, true })
                {
                    RunBenchmarks.Evaluate(notebook, $"Ipytest.Config(rewriteAsserts: {(rewrites ? "true" : "false")});");
                    var start = Stopwatch.GetTimestamp();
                    RunBenchmarks.Evaluate(notebook, cell);
                    times[rewrites].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            // Warm: the first rounds compile the compiler.
            var (before, after) = (times[false].Skip(CompiledCells / 2).ToArray(), times[true].Skip(CompiledCells / 2).ToArray());
            table.Add($"{name}: not rewritten", before);
            table.Add($"{name}: rewritten", after);
            table.Note(string.Create(CultureInfo.InvariantCulture, $"for each of 50 statements: {(after.Min() - before.Min()) / 50:F2} ms"));
            table.Compare($"{name}: rewritten", $"{name}: not rewritten");
        }
    }

    // A test of four lines has one assertion.
    private static string TestCell(string assertion) => string.Concat(Enumerable.Range(0, 50).Select(number =>
        $"void Test_{number}()\n{{\n    var i = {number}; {assertion.Replace("{0}", $"{number + 1}", StringComparison.Ordinal)}\n}}\n"));
}
