namespace IpytestNet.Execution;

/// <summary>A test that runs, in the call that runs it.</summary>
internal sealed class RunningTest(TestCase test, StoppableCall call)
{
    /// <summary>The test; of a theory whose rows are only known when it runs, the row.</summary>
    public TestCase Test { get; set; } = test;

    /// <summary>The call that runs it.</summary>
    public StoppableCall Call => call;

    /// <summary>The number of results that were reported.</summary>
    public int Results { get; set; }
}
