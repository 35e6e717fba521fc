using System.Text.Json;

namespace IpytestNet.Benchmarks;

/// <summary>10,000 trivial tests: in one notebook, and in an xUnit v3 project that <c>dotnet test</c> runs.</summary>
internal static class ManyTestsBenchmarks
{
    private const int Rounds = 3;
    private const int Tests = 10_000;
    private const int TestsInCell = 100;
    private const string Facts = "ipytest run NOTEBOOK, 10,000 [Fact] functions in 100 cells";
    private const string Functions = "ipytest run NOTEBOOK, 10,000 test_ functions in 100 cells";
    private const string DotnetTest = "dotnet test, 10,000 [Fact] methods";
    private const string DotnetTestBuilt = "dotnet test --no-build, 10,000 [Fact] methods";

    /// <summary>Measures whole processes, compilation included, and the memory that they take.</summary>
    public static void Run(Repository repository, ResultTable table)
    {
        var project = XunitProject.Build(Path.Combine(repository.Scratch, "XunitManyFacts"), Tests);
        new Command("dotnet", "build", repository.Tool, "--verbosity", "quiet").Time();
        var facts = Notebook(repository, "many-facts.ipynb", "[Fact] void Adds_{0}() => Assert.Equal(2, 1 + 1);");
        var functions = Notebook(repository, "many-functions.ipynb", "void test_adds_{0}() => Assert.Equal(2, 1 + 1);");
        (string Name, Command Command)[] rows =
        [
            (Facts, new Command(repository.ToolExecutable, "run", facts)),
            (Functions, new Command(repository.ToolExecutable, "run", functions)),
            (DotnetTest, DotnetTestOf(project)),
            (DotnetTestBuilt, DotnetTestOf(project, "--no-build")),
        ];
        table.Begin("10,000 tests, whole processes");
        var times = Command.TimeInTurn(Rounds, [.. rows.Select(row => row.Command)]);
        for (var i = 0; i < rows.Length; i++)
            table.Add(rows[i].Name, times[i]);
        table.Note($"peak memory: {rows[0].Command.PeakMegabytes():F0} MB of the notebook with [Fact], {rows[1].Command.PeakMegabytes():F0} MB of that with test_, "
            + $"{new Command(project.Executable).PeakMegabytes():F0} MB of the compiled xUnit executable that dotnet test starts");
        table.Compare(Facts, DotnetTest);
        table.Compare(Functions, DotnetTest);
        table.Compare(Facts, DotnetTestBuilt);
        table.Compare(Functions, DotnetTestBuilt);
    }

    private static Command DotnetTestOf(XunitProject project, params string[] more) =>
        new("dotnet", ["test", "--project", project.Folder, "--configuration", "Release", .. more]);

    private static string Notebook(Repository repository, string name, string test)
    {
        Directory.CreateDirectory(repository.Scratch);
        var path = Path.Combine(repository.Scratch, name);
        var cells = Enumerable.Range(0, Tests).Chunk(TestsInCell)
            .Select(numbers => string.Join('\n', numbers.Select(number => test.Replace("{0}", $"{number}", StringComparison.Ordinal))))
            .Append("Ipytest.Run(\"-q\");")
            .Select(source => new { cell_type = "code", metadata = new { }, outputs = Array.Empty<object>(), execution_count = (int?)null, source });
        File.WriteAllText(path, JsonSerializer.Serialize(new { cells, metadata = new { }, nbformat = 4, nbformat_minor = 5 }));
        return path;
    }
}
