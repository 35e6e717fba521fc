using System.Diagnostics;
using System.Globalization;
using System.Text;
using IpytestNet.Kernel;

namespace IpytestNet.Benchmarks;

/// <summary>What coverage costs: in hot loops beside coverlet and coverage.py, when cells are compiled, and in a run of many tests.</summary>
internal static class CoverageBenchmarks
{
    private const int Iterations = 2_000_000;
    private const int Repetitions = 25;
    private const int Tests = 1000;

    private static readonly string[] Options = ["", "--cov", "--cov --cov-branch"];

    // lang=csharp
    private const string Loops =
        """
        public static int Branchy(int n)
        {
            int s = 0;
            for (int i = 0; i < n; i++)
            {
                if (i % 3 == 0)
                    s += i;
                else if (i % 5 == 0)
                    s ^= i;
                else
                    s -= 1;
            }
            return s;
        }
        public static int Step(int x)
        {
            return x % 7 == 0 ? x + 1 : x - 1;
        }
        public static int Calls(int n)
        {
            int s = 0;
            for (int i = 0; i < n; i++)
                s = Step(s + i);
            return s;
        }
        public static int Lookups(int n)
        {
            var d = new Dictionary<int, int>();
            for (int i = 0; i < n; i++)
            {
                if (d.TryGetValue(i & 1023, out var c))
                    d[i & 1023] = c + 1;
                else
                    d[i & 1023] = 1;
            }
            return d.Count;
        }
        """;

    // lang=csharp
    private const string Clock =
        """
        public static double Best(Func<int, int> f)
        {
            var best = double.MaxValue;
            for (int k = 0; k < REPETITIONS; k++)
            {
                var start = System.Diagnostics.Stopwatch.GetTimestamp();
                f(ITERATIONS);
                best = Math.Min(best, System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return best;
        }
        """;

    // lang=python
    private const string PythonLoop =
        """
        import time
        def branchy(n):
            s = 0
            for i in range(n):
                if i % 3 == 0:
                    s += i
                elif i % 5 == 0:
                    s ^= i
                else:
                    s -= 1
            return s
        best = 1e9
        for _ in range(3):
            start = time.perf_counter()
            branchy(2000000)
            best = min(best, time.perf_counter() - start)
        print(best * 1000)
        """;

    // Debian's, which the package python3-coverage is for.
    private static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private static string ClockCode => Clock
        .Replace("REPETITIONS", $"{Repetitions}", StringComparison.Ordinal).Replace("ITERATIONS", $"{Iterations}", StringComparison.Ordinal);

    /// <summary>Measures all of it.</summary>
    public static void Run(Repository repository, ResultTable table)
    {
        RunLoops(repository, table);
        RunCompilation(table);
        RunTests(table);
        CoverageAccuracy.Run(repository, table);
    }

    private static void RunLoops(Repository repository, ResultTable table)
    {
        table.Begin("hot loops of 2 million iterations, best of 25");
        var rows = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        for (var round = 0; round < 3; round++)
        {
            foreach (var options in Options)
            {
                using var notebook = Session(options);
                RunBenchmarks.Evaluate(notebook, Loops.Replace("public ", "", StringComparison.Ordinal));
                RunBenchmarks.Evaluate(notebook, $"{ClockCode}".Replace("public ", "", StringComparison.Ordinal));
                foreach (var loop in new[] { "Branchy", "Calls", "Lookups" })
                    Add($"{loop}, notebook{Named(options)}", (double)RunBenchmarks.Evaluate(notebook, $"Best({loop})")!);
            }
        }

        var coverlet = Coverlet(Path.Combine(repository.Scratch, "Coverlet"));
        foreach (var (name, time) in coverlet)
            Add(name, time);
        foreach (var (name, time) in CoveragePy(repository.Scratch))
            Add(name, time);
        foreach (var (name, times) in rows)
            table.Add(name, times);
        foreach (var loop in new[] { "Branchy", "Calls", "Lookups" })
        {
            foreach (var options in Options[1..])
                table.Compare($"{loop}, notebook{Named(options)}", $"{loop}, notebook");
            table.Compare($"{loop}, dotnet test with coverlet", $"{loop}, dotnet test");
        }

        table.Compare("Branchy, Python with coverage.py", "Branchy, Python");
        table.Compare("Branchy, Python with coverage.py, branches", "Branchy, Python");

        void Add(string name, double time)
        {
            if (!rows.TryGetValue(name, out var times))
                rows[name] = times = [];
            times.Add(time);
        }
    }

    private static string Named(string options) => options switch { "" => "", "--cov" => " with lines", _ => " with lines and branches" };

    private static Notebook Session(string options)
    {
        var notebook = new Notebook();
        if (options.Length > 0)
            RunBenchmarks.Evaluate(notebook, $"Ipytest.AutoConfig(addopts: [\"-q\", {string.Join(", ", options.Split(' ').Select(option => $"\"{option}\""))}, \"--cov-report=\"]);");
        return notebook;
    }

    private static void RunCompilation(ResultTable table)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 8; i++)
            text.Append(CultureInfo.InvariantCulture, $"int F{i}(int n)\n{{\n    var s = 0;\n    for (var i = 0; i < n; i++)\n    {{\n        if (i % 2 == 0 && n > 3)\n            s += i;\n        else\n            s -= n > 5 ? 1 : 2;\n    }}\n\n    return s;\n}}\n");
        table.Begin("compiling a cell of 104 lines with 8 functions");
        var times = Options.ToDictionary(options => options, _ => new List<double>(), StringComparer.Ordinal);
        var sessions = Options.ToDictionary(options => options, Session, StringComparer.Ordinal);
        for (var round = 0; round < 30; round++)
        {
            foreach (var options in Options)
            {
                var code = $"// {round}\n{text}";
                var start = Stopwatch.GetTimestamp();
                RunBenchmarks.Evaluate(sessions[options], code);
                if (round >= 5)
                    times[options].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        foreach (var options in Options)
        {
            table.Add($"a cell of 104 lines{Named(options)}", times[options]);
            sessions[options].Dispose();
        }

        foreach (var options in Options[1..])
            table.Compare($"a cell of 104 lines{Named(options)}", "a cell of 104 lines");
    }

    private static void RunTests(ResultTable table)
    {
        table.Begin("1,000 test functions in a warm run");
        foreach (var options in Options)
        {
            using var notebook = Session(options);
            RunBenchmarks.Evaluate(notebook, "int Add(int a, int b)\n{\n    if (a > b)\n        return a + b;\n    return b + a;\n}");
            RunBenchmarks.Evaluate(notebook, string.Join('\n', Enumerable.Range(0, Tests).Select(number => $"void test_add_{number}() => Assert(Add({number}, 5) == {number + 5});")));
            var times = new List<double>();
            for (var round = 0; round < 15; round++)
            {
                var start = Stopwatch.GetTimestamp();
                RunBenchmarks.Evaluate(notebook, "if (Ipytest.Run(\"-q\") != ExitCode.Ok) throw new Exception(\"The tests must pass.\");");
                if (round >= 5)
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            table.Add($"1,000 test_ functions{Named(options)}", times);
        }

        foreach (var options in Options[1..])
            table.Compare($"1,000 test_ functions{Named(options)}", "1,000 test_ functions");
    }

    /// <summary>The same loops in a test of <c>dotnet test</c>, without and with coverlet's collector.</summary>
    private static IEnumerable<(string Name, double Time)> Coverlet(string folder)
    {
        var library = Directory.CreateDirectory(Path.Combine(folder, "Loops")).FullName;
        var tests = CoverletProject.Write(folder, "Loops");
        File.WriteAllText(Path.Combine(library, "Loops.cs"), $"public static class Loops\n{{\n{Loops}\n}}\n");
        var result = Path.Combine(folder, "times.txt");
        File.WriteAllText(Path.Combine(tests, "Tests.cs"), $$"""
            using NUnit.Framework;
            public class Tests
            {
                {{ClockCode}}
                [Test] public void Times() => File.WriteAllText({{"\"" + result.Replace("\\", "\\\\", StringComparison.Ordinal) + "\""}}, FormattableString.Invariant($"{Best(Loops.Branchy)} {Best(Loops.Calls)} {Best(Loops.Lookups)}"));
            }
            """);
        foreach (var (name, collect) in new[] { ("dotnet test", Array.Empty<string>()), ("dotnet test with coverlet", ["--collect:XPlat Code Coverage"]) })
        {
            new Command("dotnet", ["test", "--configuration", "Release", .. collect]) { Folder = tests }.Time();
            var times = File.ReadAllText(result).Split(' ').Select(time => double.Parse(time, CultureInfo.InvariantCulture)).ToArray();
            yield return ($"Branchy, {name}", times[0]);
            yield return ($"Calls, {name}", times[1]);
            yield return ($"Lookups, {name}", times[2]);
        }
    }

    private static IEnumerable<(string Name, double Time)> CoveragePy(string scratch)
    {
        if (!new Command(Python, "-c", "import coverage").Succeeds())
            yield break;
        var script = Path.Combine(scratch, "loop.py");
        File.WriteAllText(script, PythonLoop);
        var data = $"--data-file={Path.Combine(scratch, ".coverage")}";
        foreach (var (name, command) in new[]
        {
            ("Branchy, Python", new Command(Python, script)),
            ("Branchy, Python with coverage.py", new Command(Python, "-m", "coverage", "run", data, script)),
            ("Branchy, Python with coverage.py, branches", new Command(Python, "-m", "coverage", "run", "--branch", data, script)),
        })
        {
            yield return (name, double.Parse(command.Output(), CultureInfo.InvariantCulture));
        }
    }
}
