using System.Text;

namespace IpytestNet.Benchmarks;

/// <summary>The same 1,000 tests without a notebook: compiled with xUnit v3, and in Python with pytest.</summary>
internal static class BaselineBenchmarks
{
    private const int Rounds = 5;
    private const int Tests = 1000;
    private const string Python = "/usr/bin/python3";
    private const string Xunit = "compiled xUnit v3 executable, 1,000 [Fact] methods";
    private const string Pytest = "pytest -q, 1,000 tests";

    /// <summary>Measures the baselines that this machine has.</summary>
    public static void Run(Repository repository, ResultTable table)
    {
        table.Begin("baselines, whole processes");
        RunXunit(repository, table);
        RunPytest(repository, table);
    }

    private static void RunXunit(Repository repository, ResultTable table)
    {
        var executable = BuildXunit(Path.Combine(repository.Scratch, "XunitFacts"));
        var times = Command.TimeInTurn(Rounds, new Command(executable), new Command(executable, "-method", "Facts.Adds_0"));
        table.Add(Xunit, times[0]);
        table.Add("the same executable, one of them", times[1]);
        table.Compare(RunBenchmarks.ThousandFacts, Xunit);
        table.Compare(RunBenchmarks.ThousandFunctions, Xunit);
    }

    private static void RunPytest(Repository repository, ResultTable table)
    {
        if (!File.Exists(Python) || !IsThere(new Command(Python, "-m", "pytest", "--version")))
        {
            table.Note($"pytest of {Python} is not there; its rows are left out");
            return;
        }

        var file = Path.Combine(repository.Scratch, "test_adds.py");
        File.WriteAllLines(file, Enumerable.Range(0, Tests).Select(number => $"def test_adds_{number}():\n    assert 1 + 1 == 2\n"));
        var times = Command.TimeInTurn(
            Rounds, new Command(Python, "-m", "pytest", "-q", file), new Command(Python, "-m", "pytest", "-q", $"{file}::test_adds_0"));
        table.Add(Pytest, times[0]);
        table.Add("pytest -q, one of them", times[1]);
        table.Compare(RunBenchmarks.ThousandFacts, Pytest);
        table.Compare(RunBenchmarks.ThousandFunctions, Pytest);
    }

    private static bool IsThere(Command command)
    {
        try
        {
            command.Time();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string BuildXunit(string folder)
    {
        Directory.CreateDirectory(folder);
        // The settings of this repository are not those of an ordinary test project; its package versions are used.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "XunitFacts.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="xunit.v3" />
              </ItemGroup>
            </Project>
            """);
        var source = new StringBuilder("using Xunit;\npublic class Facts\n{\n");
        for (var number = 0; number < Tests; number++)
            source.Append($"    [Fact] public void Adds_{number}() => Assert.Equal(2, 1 + 1);\n");
        File.WriteAllText(Path.Combine(folder, "Facts.cs"), source.Append("}\n").ToString());
        new Command("dotnet", "build", folder, "--configuration", "Release", "--verbosity", "quiet").Time();
        return Path.Combine(folder, "bin", "Release", "net10.0", Repository.Executable("XunitFacts"));
    }
}
