using System.Diagnostics;
using IpytestNet.Kernel;

namespace IpytestNet.Benchmarks;

/// <summary>From a saved edit of a library to the result of a test: in a live notebook, and with <c>dotnet test</c>.</summary>
internal static class ReloadBenchmarks
{
    private const int Rounds = 5;
    private const int Reloads = 100;
    private const string Ours = "edit, Ipytest.ForceReload, %%ipytest with one test";
    private const string DotnetTest = "edit, dotnet test with the same test";

    private static int _edits;

    /// <summary>Measures both in turn, then what a hundred reloads cost.</summary>
    public static void Run(Repository repository, ResultTable table)
    {
        var folder = Path.Combine(repository.Scratch, "Reload");
        var tests = Write(folder);
        using var notebook = new Notebook(new NotebookOptions { WorkingDirectory = folder });
        RunBenchmarks.Evaluate(notebook, "#r \"project: Shop/Shop.csproj\"");
        Reload();
        DotnetTestOnce();

        table.Begin("from a saved edit of a library to the result of a test");
        double[] ours = new double[Rounds], theirs = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
            (ours[round], theirs[round]) = (Reload(), DotnetTestOnce());
        table.Add(Ours, ours);
        table.Add(DotnetTest, theirs);
        table.Compare(Ours, DotnetTest);

        var times = new double[Reloads];
        var before = Memory();
        for (var i = 0; i < Reloads; i++)
            times[i] = Reload();
        table.Add("the first ten of 100 more", times[..10]);
        table.Add("the last ten of 100 more", times[^10..]);
        table.Note(FormattableString.Invariant($"memory after 100 more: {(Memory() - before) / 100.0 / 1024.0:F0} KB each, of which the cell with its test is the larger part"));

        double Reload()
        {
            Edit(folder);
            var start = Stopwatch.GetTimestamp();
            RunBenchmarks.Evaluate(notebook, "Ipytest.ForceReload(\"Shop\");");
            RunBenchmarks.Evaluate(notebook, $"%%ipytest -q\nvoid test_price() => Assert(Shop.Price.Of(3) == {3 * _edits});");
            return notebook.TestRuns[^1] is ExitCode.Ok
                ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
                : throw new InvalidOperationException("Expected the test to see the edit.");
        }

        double DotnetTestOnce()
        {
            Edit(folder);
            File.WriteAllText(Path.Combine(tests, "Expected.cs"), $"static class Expected {{ public const int Price = {3 * _edits}; }}");
            return new Command("dotnet", "test", "--project", tests).Time();
        }
    }

    private static void Edit(string folder) =>
        File.WriteAllText(Path.Combine(folder, "Shop", "Price.cs"), $"namespace Shop;\n\npublic static class Price\n{{\n    public static int Of(int count) => count * {++_edits};\n}}\n");

    private static long Memory()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.PrivateMemorySize64;
    }

    private static string Write(string folder)
    {
        var library = Directory.CreateDirectory(Path.Combine(folder, "Shop")).FullName;
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(library, "Shop.csproj"), """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        for (var i = 0; i < 20; i++)
            File.WriteAllText(Path.Combine(library, $"Item{i}.cs"), $"namespace Shop;\n\npublic record Item{i}(string Name, int Count)\n{{\n    public int Total => Count * Price.Of({i});\n}}\n");
        Edit(folder);
        var tests = XunitProject.Write(Path.Combine(folder, "Shop.Tests"), """<ProjectReference Include="../Shop/Shop.csproj" />""");
        File.WriteAllText(Path.Combine(tests, "Tests.cs"), "using Xunit;\npublic class Tests\n{\n    [Fact] public void Price() => Assert.Equal(Expected.Price, Shop.Price.Of(3));\n}\n");
        return tests;
    }
}
