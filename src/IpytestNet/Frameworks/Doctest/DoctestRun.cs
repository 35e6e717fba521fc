using IpytestNet.Execution;
using IpytestNet.Hosting;
using IpytestNet.Values;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>One run of the examples of a comment, cell or file.</summary>
internal sealed class DoctestRun(ExampleSet doctest, INotebookHost host, DoctestFlags ofRun, bool goesOn)
{
    private readonly FailureTeller _teller = new(doctest);

    /// <summary>Runs the examples one after the other, in one scope.</summary>
    public async Task<TestOutcome> RunAsync()
    {
        if (doctest.Defect is { } defect)
            return new TestOutcome.Errored(FailureReader.Said(defect), "collection");

        var failures = new List<Failure>();
        var aside = new Lazy<INotebookAside>(host.OpenAside);
        foreach (var example in doctest.Examples)
        {
            var flags = example.Flags.ApplyTo(ofRun);
            if (flags.HasFlag(DoctestFlags.Skip))
                continue;
            switch (await OutcomeAsync(example, flags, aside.Value))
            {
                case TestOutcome.Failed { Failure: { Examples.Count: > 0 } failure }:
                    failures.Add(failure);
                    break;
                case not TestOutcome.Passed and var end:
                    return end;
            }

            if (failures.Count > 0 && !goesOn)
                break;
        }

        if (!aside.IsValueCreated)
            return new TestOutcome.Skipped("all tests skipped by +SKIP option");
        return failures.Count == 0 ? new TestOutcome.Passed() : new TestOutcome.Failed(Together(failures));
    }

    private async Task<TestOutcome> OutcomeAsync(Example example, DoctestFlags flags, INotebookAside aside)
    {
        var (got, thrown) = await RunAsync(example, aside);
        if (thrown is not null && UserCode.IsStopped(thrown))
            return new TestOutcome.Failed(FailureReader.Read(thrown));
        if (thrown is not null && DynamicSkip.ReasonOf(thrown) is { } reason)
            return new TestOutcome.Skipped(reason);
        try
        {
            return Judge(example, flags, got, thrown) is { } failure ? new TestOutcome.Failed(failure) : new TestOutcome.Passed();
        }
        catch (Exception exception)
        {
            // Code of the value, such as ToString, was stopped, or recurses without end.
            return new TestOutcome.Failed(UserCode.IsStopped(exception) ? FailureReader.Read(exception) : _teller.Thrown(example, exception));
        }
    }

    private async Task<(Got Got, Exception? Thrown)> RunAsync(Example example, INotebookAside aside)
    {
        // What nobody compares is output of the test.
        var printed = example.Want is null ? new() : ExampleOutput.Begin();
        try
        {
            var result = await aside.RunAsync($"#line {example.Line} \"{doctest.File}\"\n{example.Code}");
            lock (printed)
                return (new Got(printed.ToString(), result.Value, result.HasValue), Thrown: null);
        }
        catch (Exception exception)
        {
            lock (printed)
                return (new Got(printed.ToString(), Value: null, HasValue: false), exception);
        }
    }

    private Failure? Judge(Example example, DoctestFlags flags, Got got, Exception? thrown)
    {
        var expected = ExpectedException.Of(example.Want);
        if (thrown is not null)
        {
            if (expected is null || thrown is CompilationException)
                return _teller.Thrown(example, thrown);
            return expected.Matches(thrown, flags) ? null : _teller.Mismatch(example, flags, expected.Shown(thrown), thrown);
        }

        return example.Want is not { } want || got.Texts.Any(text => OutputChecker.Matches(want, text, flags))
            ? null
            : _teller.Mismatch(example, flags, got.Shown(want));
    }

    private static Failure Together(List<Failure> failures) => failures[0] with
    {
        Examples = [.. failures.SelectMany(failure => failure.Examples)],
    };
}
