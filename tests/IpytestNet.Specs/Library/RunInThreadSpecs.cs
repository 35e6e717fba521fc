using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary><c>runInThread</c> gives the run a thread of its own, and nothing is lost on the way.</summary>
public sealed class RunInThreadSpecs
{
    [Fact]
    public void Culture_and_asynchronous_locals_flow_in()
    {
        using var notebook = new LiveNotebook().Given(
            "var local = new AsyncLocal<int>(); void test_local() => Assert(local.Value == 7); void test_culture() => Assert(1.5.ToString() == \"1,5\");");

        var seen = notebook.Run(
            "local.Value = 7; System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(\"de-DE\"); Ipytest.Run(runInThread: true)");

        Assert.Equal("ExitCode.Ok", seen.Value);
    }

    [Theory]
    [InlineData("void test_bad() => Assert(false);", "Ipytest.Run(runInThread: true, raiseOnError: true);", "ipytest failed with exit_code 1")]
    [InlineData("", "await Ipytest.RunAsync(runInThread: true, raiseOnError: true);", "ipytest failed with exit_code 5")]
    public void Exceptions_come_out(string tests, string run, string message)
    {
        using var notebook = new LiveNotebook();
        if (tests.Length > 0)
            notebook.Given(tests);

        Assert.Equal(message, notebook.Run(run).Error?.Message);
    }

    [Theory]
    [InlineData("Ipytest.Run()")]
    [InlineData("Ipytest.Run(runInThread: true)")]
    [InlineData("await Ipytest.RunAsync(runInThread: true)")]
    public void Async_tests_need_no_thread(string run)
    {
        using var notebook = new LiveNotebook().Given("async Task test_async() { await Task.Delay(1); await Task.Yield(); }");

        Assert.Equal("ExitCode.Ok", notebook.Run(run).Value);
    }

    [Fact]
    public void The_first_failure_is_shown_when_it_happens()
    {
        using var notebook = new LiveNotebook().Given("void test_bad() { Console.WriteLine(\"written\"); Assert(1 == 2); } void test_next() => Console.WriteLine(\"next runs\");");

        var seen = notebook.Run("Ipytest.Run(\"-s --pdb\");");

        Assert.Matches("(?s)>>> traceback >>>.*In\\[1\\]:1.*>>> post-mortem >>>.*Ipytest.LastFailure.*attach a debugger to the process \\d+.*next runs", seen.Text);
    }
}
