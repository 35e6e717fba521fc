using System.Diagnostics;
using IpytestNet.Kernel;

namespace IpytestNet.Benchmarks;

/// <summary>What a person waits for while a cell is written: completion and inspection.</summary>
internal static class EditorBenchmarks
{
    private const int Repetitions = 60;
    private const int Cells = 100;
    private const string Member = "Console.";

    /// <summary>Measures the first answer of a process, then warm ones in an empty notebook and after many cells.</summary>
    public static void Run(ResultTable table)
    {
        table.Begin("completion and inspection");
        using var notebook = new Notebook();
        table.Add("Console. in a new notebook, first of the process", Time(() => notebook.Complete(Member, Member.Length)));
        table.Add("inspecting List.Add in a new notebook, first of the process", Time(() => notebook.Inspect("new List<int>().Add(1)", 18)));
        AddWarm(table, notebook, "in a new notebook");
        for (var i = 0; i < Cells; i++)
            RunBenchmarks.Evaluate(notebook, $"var list{i} = new List<int> {{ {i} }}; int Add{i}(int a) => a + {i}; record Point{i}(int X, int Y);");
        table.Add($"Console. after {Cells} cells, first since a cell has run", Time(() => notebook.Complete(Member, Member.Length)));
        AddWarm(table, notebook, $"after {Cells} cells");
    }

    private static void AddWarm(ResultTable table, Notebook notebook, string where)
    {
        Add("Console.", () => notebook.Complete(Member, Member.Length));
        Add("an empty line, all names", () => notebook.Complete("", 0));
        Add("list.Select(x => x.", () => notebook.Complete("new List<int>().Select(x => x.", 30));
        Add("inspecting Console.WriteLine", () => notebook.Inspect("Console.WriteLine(1)", 12));

        void Add(string name, Action ask)
        {
            Times(ask);
            table.Add($"{name} {where}, warm", Times(ask));
        }
    }

    private static double[] Times(Action ask) => [.. Enumerable.Range(0, Repetitions).Select(_ => Time(ask))];

    private static double Time(Action ask)
    {
        var start = Stopwatch.GetTimestamp();
        ask();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
