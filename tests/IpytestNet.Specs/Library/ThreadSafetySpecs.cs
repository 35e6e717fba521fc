using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class ThreadSafetySpecs
{
    [Fact]
    public void Config_may_be_called_from_many_threads_and_loses_no_change()
    {
        using var notebook = new LiveNotebook();

        notebook.Given("""
            var threads = Enumerable.Range(0, 4).Select(number => new Thread(() =>
            {
                for (var i = 0; i < 200; i++)
                {
                    if (number == 0) Ipytest.Config(raiseOnError: true);
                    if (number == 1) Ipytest.Config(displayColumns: 60 + i);
                    if (number == 2) Ipytest.Config(addopts: ["-q", $"-k{i}"]);
                    if (number == 3) Ipytest.Config(runInThread: i % 2 == 1);
                }
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            """);

        Assert.Equal(
            "True 259 -k199 True",
            notebook.Run("var c = Ipytest.Config(); Console.Write($\"{c.RaiseOnError} {c.DisplayColumns} {c.Addopts[1]} {c.RunInThread}\");").Text);
    }

    [Fact]
    public void A_run_inside_a_test_is_an_error_that_says_so()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest -v\nvoid TestRuns() => Ipytest.Run(); [Fact] async Task Awaits() => await Ipytest.RunAsync(); void TestGood() { }");

        Assert.Equal("TestRuns FAILED, Awaits FAILED, TestGood PASSED", seen.Results());
        Assert.Contains("A test run is already under way in this notebook: Ipytest.Run cannot be called from a test", seen.Text, StringComparison.Ordinal);
        Assert.Equal("ExitCode.Ok", notebook.Run("Ipytest.Run(\"-k good\")").Value);
    }

    [Fact]
    public void Of_two_runs_at_once_one_is_an_error_and_the_other_ends_well()
    {
        using var notebook = new LiveNotebook().Given("var begun = new ManualResetEventSlim(); void TestWaits() { begun.Set(); Thread.Sleep(100); }");

        var seen = notebook.Run("""
            var first = Task.Run(() => Ipytest.Run());
            begun.Wait();
            string second;
            try { Ipytest.Run(); second = "ran"; } catch (InvalidOperationException error) { second = error.Message; }
            Console.WriteLine($"{await first}|{second}");
            """);

        Assert.Contains("Ok|A test run is already under way in this notebook", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Config_inside_a_test_counts_from_the_next_run_on()
    {
        using var notebook = new LiveNotebook().Given("void TestConfigures() { Ipytest.Config(addopts: [\"-v\"]); Assert(Ipytest.Config().Addopts.Count == 1); }");

        Assert.Equal("", notebook.Run("Ipytest.Run();").Results());
        Assert.Equal("TestConfigures PASSED", notebook.Run("Ipytest.Run();").Results());
    }

    [Fact]
    public void A_run_may_be_made_on_another_thread_of_the_cell()
    {
        using var notebook = new LiveNotebook().Given("void TestGood() { }");

        var seen = notebook.Run("var exitCode = ExitCode.InternalError; var thread = new Thread(() => exitCode = Ipytest.Run(\"-v\")); thread.Start(); thread.Join(); exitCode");

        Assert.Equal(("TestGood PASSED", "ExitCode.Ok"), (seen.Results(), seen.Value));
    }
}
