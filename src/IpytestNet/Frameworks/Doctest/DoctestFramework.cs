using System.Diagnostics;
using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Hosting;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>Examples in documentation, run in the scope of the notebook without leaving anything there.</summary>
/// <param name="host">The notebook.</param>
/// <param name="flags">The flags that hold for all examples.</param>
/// <param name="goesOn">Whether a test goes on after its first mismatch.</param>
internal sealed class DoctestFramework(INotebookHost host, DoctestFlags flags, bool goesOn) : ITestRunner
{
    /// <summary>Reads the flags that the options of a run name.</summary>
    /// <exception cref="UsageException">One of them is none.</exception>
    public static DoctestFlags FlagsOf(RunOptions options)
    {
        var flags = DoctestFlags.None;
        foreach (var name in options.DoctestOptions.SelectMany(names => names.Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)))
        {
            flags |= FlagNames.Find(name)
                ?? throw OptionValue.Wrong($"argument --doctest-option: invalid choice: '{name}' (choose from {string.Join(", ", FlagNames.All.Select(known => $"'{known}'"))})");
        }

        return flags;
    }

    /// <inheritdoc/>
    public Task RunAsync(IReadOnlyList<TestCase> tests, ITestListener listener, CancellationToken cancellationToken)
    {
        foreach (var test in tests)
        {
            if (cancellationToken.IsCancellationRequested || !listener.Run(test, () => RunAsync(test, listener)))
                break;
        }

        return Task.CompletedTask;
    }

    private async ValueTask RunAsync(TestCase test, ITestListener listener)
    {
        // For each test anew: what a test has redirected is taken back after it.
        using var console = ExampleOutput.Install();
        listener.Started(test);
        var start = Stopwatch.GetTimestamp();
        var outcome = await new DoctestRun((ExampleSet)test.Handle, host, flags, goesOn).RunAsync();
        listener.Finished(test, outcome, Stopwatch.GetElapsedTime(start));
    }
}
