using System.Diagnostics;
using System.Reflection;
using IpytestNet.Execution;

namespace IpytestNet.Frameworks.Functions;

/// <summary>Plain functions named as tests, without attributes: called on their live cell, one after the other.</summary>
internal sealed class FunctionFramework : ITestRunner
{
    public static FunctionFramework Instance { get; } = new();

    /// <summary>Whether a function can be a test: it returns nothing or something to wait for.</summary>
    public static bool IsTest(MethodInfo method) =>
        !method.IsGenericMethodDefinition
        && (method.ReturnType == typeof(void) || method.ReturnType == typeof(Task) || method.ReturnType == typeof(ValueTask));

    /// <summary>Makes of a test one that cannot run.</summary>
    /// <param name="test">The test, of any framework.</param>
    /// <param name="problem">Why, in a sentence.</param>
    public static TestCase Broken(TestCase test, string problem) => test with
    {
        Needs = null,
        Runner = Instance,
        Handle = new TestFunction(test.Method!, null, FailureReader.Said(problem)),
    };

    /// <inheritdoc/>
    public async Task RunAsync(IReadOnlyList<TestCase> tests, ITestListener listener, CancellationToken cancellationToken)
    {
        foreach (var test in tests)
        {
            if (cancellationToken.IsCancellationRequested)
                return;
            listener.Started(test);
            var start = Stopwatch.GetTimestamp();
            var outcome = await RunAsync((TestFunction)test.Handle);
            if (!listener.Finished(test, outcome, Stopwatch.GetElapsedTime(start)))
                return;
        }
    }

    private static async Task<TestOutcome> RunAsync(TestFunction function)
    {
        if (function.Defect is { } defect)
            return new TestOutcome.Errored(defect, "setup");
        try
        {
            await function.InvokeAsync();
            return new TestOutcome.Passed();
        }
        catch (Exception exception)
        {
            return DynamicSkip.ReasonOf(exception) is { } reason
                ? new TestOutcome.Skipped(reason)
                : new TestOutcome.Failed(FailureReader.Read(exception));
        }
    }
}
