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
        var executable = XunitProject.Build(Path.Combine(repository.Scratch, "XunitFacts"), Tests).Executable;
        var times = Command.TimeInTurn(Rounds, new Command(executable), new Command(executable, "--filter-method", "Facts.Adds_0"));
        table.Add(Xunit, times[0]);
        table.Add("the same executable, one of them", times[1]);
        table.Compare(RunBenchmarks.ThousandFacts, Xunit);
        table.Compare(RunBenchmarks.ThousandFunctions, Xunit);
    }

    private static void RunPytest(Repository repository, ResultTable table)
    {
        if (!File.Exists(Python) || !new Command(Python, "-m", "pytest", "--version").Succeeds())
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
}
