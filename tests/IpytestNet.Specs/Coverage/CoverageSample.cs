using IpytestNet.Coverage.Results;

namespace IpytestNet.Specs.Coverage;

/// <summary>What was measured of cells and a file: run, missed, half run, excluded, superseded and empty ones.</summary>
internal static class CoverageSample
{
    private const string Grade =
        """
        %%ipytest
        string Grade(int n)
        {
            if (n > 90)
                return "good";
            foreach (var c in "abc")
                if (c == 'i' && n > 1)
                    return "odd";
            return n switch { 1 => "one", _ => "many" };
        }

        void Log(string? s)
        {
            Console.WriteLine(s?.Length);
        }

        void Later() => Log("x"); // pragma: no cover
        Grade(91);
        """;

    private const string Stack =
        """
        namespace Demo;

        public sealed class Stack
        {
            private int _count;

            public void Push(int value)
            {
                _count++;
                if (value < 0)
                    throw new ArgumentException("below zero", nameof(value));
            }

            public int Pop()
            {
                return _count-- > 0 ? 1 : 0;
            }
        }
        """;

    /// <summary>Makes the data, and writes the file below a folder.</summary>
    public static CoverageData In(string folder)
    {
        var path = Path.Combine(folder, "src", "Stack.cs");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Stack);
        return Of(path);
    }

    /// <summary>Makes the data.</summary>
    /// <param name="path">The path of the file.</param>
    public static CoverageData Of(string path) => new()
    {
        HasBranches = true,
        HasContexts = true,
        Warnings = ["In[1] was run before coverage was enabled; run it again"],
        Files = [GradeCell(), StackFile(path), Old(), Whole(), Empty()],
    };

    /// <summary>Makes the same with lines alone.</summary>
    public static CoverageData WithoutBranches(CoverageData data) => data with
    {
        HasBranches = false,
        HasContexts = false,
        Files = [.. data.Files.Select(file => file with { Outcomes = [] })],
    };

    private static FileCoverage GradeCell() => new()
    {
        Name = "In[10]",
        Source = Grade,
        Lines = [Line(4, 3, "Example.ipynb::TestGrade|run", ""), Line(5, 1, ""), Line(6, 2), Line(7, 6), Line(8, 0), Line(9, 2), Line(14, 0), Line(18, 1, "")],
        ExcludedLines = [17],
        Outcomes =
        [
            Outcome(4, 0, 1, "n > 90", "true", 5),
            Outcome(4, 0, 2, "n > 90", "false", 6),
            Outcome(6, 0, 6, "\"abc\"", "element", 7),
            Outcome(6, 0, 0, "\"abc\"", "exhausted", 9),
            Outcome(7, 0, 0, "c == 'i'", "true"),
            Outcome(7, 0, 6, "c == 'i'", "false"),
            Outcome(7, 1, 0, "n > 1", "true", 8),
            Outcome(7, 1, 0, "n > 1", "false") with { IsOptional = true },
            Outcome(9, 0, 0, "n", "case 1"),
            Outcome(9, 0, 2, "n", "case 2"),
            Outcome(9, 0, 0, "n", "case 3"),
            Outcome(14, 0, 0, "s", "null"),
            Outcome(14, 0, 0, "s", "not null"),
        ],
        Regions = [new CodeRegion("Grade", IsType: false, 2, 10), new CodeRegion("Log", IsType: false, 12, 15), new CodeRegion("Later", IsType: false, 17, 17)],
    };

    private static FileCoverage StackFile(string path) => new()
    {
        Name = "src/Stack.cs",
        Path = path,
        Source = Stack,
        Lines = [Line(9, 2, "Example.ipynb::TestPush|run"), Line(10, 2, "Example.ipynb::TestPush|run"), Line(11, 0), Line(16, 1)],
        Outcomes =
        [
            Outcome(10, 0, 0, "value < 0", "true", 11),
            Outcome(10, 0, 2, "value < 0", "false", BranchOutcome.Exit),
            Outcome(16, 0, 1, "_count-- > 0", "true"),
            Outcome(16, 0, 0, "_count-- > 0", "false"),
        ],
        Regions =
        [
            new CodeRegion("Stack", IsType: true, 3, 18),
            new CodeRegion("Stack.Push", IsType: false, 7, 12),
            new CodeRegion("Stack.Pop", IsType: false, 14, 17),
        ],
    };

    private static FileCoverage Old() => new()
    {
        Name = "In[2]",
        Source = "int Add(int a, int b) => a + b;\nAdd(1, 2);\nif (Add(1, 1) == 3)\n    Add(0, 0);",
        Lines = [Line(1, 2, ""), Line(2, 1, ""), Line(3, 1, ""), Line(4, 1, "")],
        Outcomes = [Outcome(3, 0, 1, "Add(1, 1) == 3", "true", 4), Outcome(3, 0, 0, "Add(1, 1) == 3", "false", BranchOutcome.Exit)],
        Regions = [new CodeRegion("Add", IsType: false, 1, 1)],
        Note = "superseded by In[5]",
    };

    private static FileCoverage Whole() => new() { Name = "Example.ipynb[3/1]", Source = "var x = 1;\n", Lines = [Line(1, 1, "")] };

    private static FileCoverage Empty() => new() { Name = "Example.ipynb[1]", Source = "using System.Net;\n", Lines = [] };

    private static LineCoverage Line(int number, long hits, params string[] contexts) => new(number, hits) { Contexts = contexts };

    private static BranchOutcome Outcome(int line, int decision, long hits, string code, string word, int? destination = null) =>
        new(line, decision, hits) { Code = code, Word = word, Destination = destination };
}
