using System.Text.RegularExpressions;
using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary><c>-n</c> runs tests side by side, with the results and the report of <c>-n 0</c>.</summary>
public sealed partial class ParallelSpecs
{
    private const string Tests = """
        [Fact] void TestAdd() => Assert(1 + 1 == 2);
        [Fact] void TestSub() => Assert(3 - 1 == 1);
        [Theory, InlineData(1), InlineData(2), InlineData(3)] void TestRows(int n) { Console.WriteLine($"row {n}"); Assert(n != 2); }
        [Fact] async Task TestSlow() { await Task.Delay(50); }
        void test_plain() { Console.WriteLine("plain"); Assert(false); }
        async Task test_async() { await Task.Delay(20); }
        public class CalcTests { [Fact] public void Mul() => Xunit.Assert.Equal(6, 2 * 3); [Fact(Skip = "not yet")] public void Div() { } [Fact] public void Bad() => Assert(false); }
        """;

    [Theory]
    [InlineData("-v -n 4")]
    [InlineData("-v -n auto")]
    [InlineData("-v --numprocesses=2")]
    [InlineData("-v -n 100")]
    public void The_report_is_that_of_one_after_the_other(string options)
    {
        using var notebook = new LiveNotebook().Given(Tests);
        var expected = WithoutTimes(notebook.Run("Ipytest.Run(\"-v\");").Text);

        for (var i = 0; i < 3; i++)
            Assert.Equal(expected, WithoutTimes(notebook.Run($"Ipytest.Run(\"{options}\");").Text));
    }

    [Fact]
    public void Tests_run_at_the_same_time()
    {
        using var notebook = new LiveNotebook().Given(
            "var all = new Barrier(4);",
            string.Join('\n', Enumerable.Range(0, 2).Select(number => $"[Fact] void Test{number}() {{ Assert(all.SignalAndWait(20_000)); }} void test_plain{number}() {{ Assert(all.SignalAndWait(20_000)); }}")));

        Assert.Equal(ExitCode.Ok, notebook.Run("Ipytest.Run(\"-n 4\");").Run);
    }

    [Fact]
    public void Tests_of_a_class_and_of_a_collection_run_one_after_the_other()
    {
        using var notebook = new LiveNotebook().Given(
            """
            int running;
            void Alone() { Assert(Interlocked.Increment(ref running) == 1); Thread.Sleep(20); Interlocked.Decrement(ref running); }
            """,
            """
            [Collection("shared")] public class A { [Fact] public void One() => Gate.Alone(); [Fact] public void Two() => Gate.Alone(); }
            [Collection("shared")] public class B { [Fact] public void One() => Gate.Alone(); [Fact] public void Two() => Gate.Alone(); }
            static class Gate { static int running; public static void Alone() { Assert(Interlocked.Increment(ref running) == 1); Thread.Sleep(20); Interlocked.Decrement(ref running); } }
            """);

        Assert.Equal(ExitCode.Ok, notebook.Run("Ipytest.Run(\"-n 4\");").Run);
    }

    [Fact]
    public void The_run_stops_after_failures()
    {
        using var notebook = new LiveNotebook().Given(
            "void test_bad() => Assert(false);\n" + string.Join('\n', Enumerable.Range(0, 40).Select(number => $"void test_{number}() => Thread.Sleep(30);")));

        var seen = notebook.Run("Ipytest.Run(\"-x -n 2\");");

        Assert.Contains("stopping after 1 failures", seen.Text, StringComparison.Ordinal);
        Assert.Matches("1 failed(, [1-9] passed)? in ", seen.Text);
    }

    [Fact]
    public void Timeouts_stop_their_test_only()
    {
        using var notebook = new LiveNotebook().Given(
            "[Fact] void TestHang() { while (true) { } } [Fact] void TestLong() { for (var i = 0; i < 30; i++) Thread.Sleep(10); } async Task test_await() => await Task.Delay(-1); void test_long() => Thread.Sleep(300);");

        var seen = notebook.Run("Ipytest.Run(\"-v -n 4 --timeout=1\");");

        Assert.Equal("TestHang FAILED, TestLong PASSED, test_await FAILED, test_long PASSED", seen.Results());
    }

    [Fact]
    public void An_interrupt_stops_them_all()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.RunAndInterruptAfter("ready", """
            %%ipytest -n 3 -s
            void test_ready() { Thread.Sleep(100); Console.WriteLine("ready"); }
            void test_spin() { while (true) { } }
            async Task test_await() => await Task.Delay(-1);
            """);

        Assert.Equal(ExitCode.Interrupted, seen.Run);
        Assert.Contains("Interrupted while running", seen.Text, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("for (var i = 0; i < 3; i++) Thread.Sleep(1); 1 + 1").Value);
    }

    private static string WithoutTimes(string text) => Times().Replace(text, "TIME");

    [GeneratedRegex(@"=+( .*)? in \d+\.\d\ds =+")]
    private static partial Regex Times();
}
