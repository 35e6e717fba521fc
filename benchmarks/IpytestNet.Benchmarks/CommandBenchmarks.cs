namespace IpytestNet.Benchmarks;

/// <summary>The README's first command when all is built, and what of it is <c>dotnet</c>'s own.</summary>
internal static class CommandBenchmarks
{
    private const int Rounds = 5;
    private const string First = "dotnet run --project src/IpytestNet.Tool -- run NOTEBOOK";
    private const string Executable = "the built executable: ipytest run NOTEBOOK";

    /// <summary>Measures the command on a notebook.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="notebook">The notebook, or null for the example.</param>
    /// <param name="table">Takes the rows.</param>
    public static void Run(Repository repository, string? notebook, ResultTable table)
    {
        notebook = Path.GetFullPath(notebook ?? repository.ExampleNotebook);
        var nothing = Path.Combine(repository.Scratch, "nothing.ipynb");
        Directory.CreateDirectory(repository.Scratch);
        File.WriteAllText(nothing, """{"cells":[{"cell_type":"code","metadata":{},"outputs":[],"source":"void test_one() { }"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        var first = new Command("dotnet", "run", "--project", repository.Tool, "--", "run", notebook);
        // Builds, if need be.
        first.Time();

        (string Name, Command Command)[] rows =
        [
            (First, first),
            ("the same with --no-build", new Command("dotnet", "run", "--no-build", "--project", repository.Tool, "--", "run", notebook)),
            (Executable, new Command(repository.ToolExecutable, "run", notebook)),
            ("the executable on a notebook of one cell, one test", new Command(repository.ToolExecutable, "run", nothing)),
            ("the executable without a notebook: ipytest --version", new Command(repository.ToolExecutable, "--version")),
            ("dotnet --version", new Command("dotnet", "--version")),
        ];
        table.Begin($"the first command, NOTEBOOK = {Path.GetFileName(notebook)}");
        var times = Command.TimeInTurn(Rounds, [.. rows.Select(row => row.Command)]);
        for (var i = 0; i < rows.Length; i++)
            table.Add(rows[i].Name, times[i]);
        table.Compare(Executable, First);
    }
}
