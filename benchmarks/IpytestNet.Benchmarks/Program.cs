namespace IpytestNet.Benchmarks;

/// <summary>Measures the speed that users feel, beside baselines of the same run.</summary>
internal static class Program
{
    private static void Main(string[] args)
    {
        var repository = Repository.Find();
        var table = new ResultTable(Console.Out);
        Action<ResultTable>[] benchmarks =
        [
            table => CommandBenchmarks.Run(repository, args.FirstOrDefault(), table),
            // Its first row is the first of the process.
            EditorBenchmarks.Run,
            RunBenchmarks.Run,
            CellBenchmarks.Run,
            AssertionBenchmarks.Run,
            AssertionBenchmarks.RunCompilation,
            table => BaselineBenchmarks.Run(repository, table),
            table => ReloadBenchmarks.Run(repository, table),
            table => CoverageBenchmarks.Run(repository, table),
            table => ManyTestsBenchmarks.Run(repository, table),
            table => JupyterBenchmarks.Run(repository, table),
        ];
        foreach (var benchmark in benchmarks)
            benchmark(table);
        table.WriteRatios();
    }
}
