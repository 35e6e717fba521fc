using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>What a test writes is its own, whichever of its threads and tasks does.</summary>
public sealed class CaptureSpecs
{
    [Fact]
    public void Output_of_threads_and_tasks_belongs_to_their_test()
    {
        using var notebook = new LiveNotebook().Given(
            """
            [Fact] async Task TestA()
            {
                var thread = new Thread(() => Console.WriteLine("of A's thread")); thread.Start(); thread.Join();
                await Task.Run(() => Console.Error.WriteLine("of A's task"));
                Assert(false);
            }
            [Fact] void TestB() { Console.WriteLine("of B"); Assert(false); }
            """);

        var seen = notebook.Run("Ipytest.Run();");

        Assert.Matches("(?s)of A's thread\n-+ Captured stderr call -+\nof A's task\n.*_ TestB _.*of B", seen.Text);
    }

    [Fact]
    public void Output_after_the_end_of_a_test_is_told_as_a_warning_and_not_taken_for_that_of_the_next()
    {
        using var notebook = new LiveNotebook().Given(
            """
            var go = new ManualResetEventSlim(); var done = new ManualResetEventSlim();
            [Fact] void TestA() { new Thread(() => { go.Wait(); Console.WriteLine("late"); done.Set(); }).Start(); }
            [Fact] void TestB() { go.Set(); done.Wait(); Console.WriteLine("of B"); Assert(false); }
            """);

        var seen = notebook.Run("Ipytest.Run();");

        Assert.Matches("Captured stdout call -+\nof B\n", seen.Text);
        Assert.Contains("Notebook.ipynb::TestA\n  Written after the end of the test:\n  late\n", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_side_by_side_do_not_mix_their_output()
    {
        using var notebook = new LiveNotebook().Given(string.Join('\n', Enumerable.Range(0, 8).Select(number =>
            $"[Fact] void Test{number}() {{ for (var i = 0; i < 20; i++) {{ Console.WriteLine(\"of {number}\"); Thread.Sleep(1); }} Assert(false); }}")));

        var seen = notebook.Run("Ipytest.Run(\"-n 4\");");

        var sections = seen.Text.Split("Captured stdout call")[1..];
        Assert.Equal(8, sections.Length);
        for (var number = 0; number < 8; number++)
            Assert.Equal(20, sections[number].Split('\n').Count(line => line == $"of {number}"));
    }

    [Theory]
    [InlineData("--show-capture=stdout", true, false)]
    [InlineData("--show-capture=stderr", false, true)]
    [InlineData("--show-capture=all", true, true)]
    [InlineData("--show-capture=no", false, false)]
    public void The_streams_that_are_shown_can_be_chosen(string option, bool showsOutput, bool showsError)
    {
        using var notebook = new LiveNotebook().Given("void test_a() { Console.WriteLine(\"to\" + \" out\"); Console.Error.WriteLine(\"to\" + \" error\"); Assert(false); }");

        var seen = notebook.Run($"Ipytest.Run(\"{option}\");");

        Assert.Equal(showsOutput, seen.Text.Contains("to out", StringComparison.Ordinal));
        Assert.Equal(showsError, seen.Text.Contains("to error", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hundred_megabytes_do_no_harm()
    {
        using var notebook = new LiveNotebook().Given(
            "void test_a() { var line = new string('x', 99_999); for (var i = 0; i < 1000; i++) Console.WriteLine(line); Assert(false); }");

        var seen = notebook.Run("Ipytest.Run();");

        Assert.Equal(ExitCode.TestsFailed, seen.Run);
        Assert.Contains("characters left out; -s shows all", seen.Text, StringComparison.Ordinal);
        Assert.True(seen.Text.Length < 1_000_000);
    }

    [Fact]
    public void The_slowest_tests_are_listed()
    {
        using var notebook = new LiveNotebook().Given(
            "void test_slow() => Thread.Sleep(300); void test_slower() => Thread.Sleep(600); void test_a() { } void test_b() { }");

        var seen = notebook.Run("Ipytest.Run(\"--durations=3 --durations-min=0.2\");");

        Assert.Matches(
            "= slowest 3 durations =+\n0\\.\\d\\ds call     Notebook.ipynb::test_slower\n0\\.\\d\\ds call     Notebook.ipynb::test_slow\n\n"
            + @"\(1 durations < 0\.2s hidden\.  Use -vv to show these durations\.\)",
            seen.Text);
        Assert.Matches("= slowest durations =+\n(0.*\n){4}", notebook.Run("Ipytest.Run(\"--durations=0 -vv\");").Text);
    }
}
