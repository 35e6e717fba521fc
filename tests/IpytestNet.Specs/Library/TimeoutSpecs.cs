using System.Diagnostics;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>A test that takes longer than <c>--timeout</c> is stopped and has failed; the next test runs, and the notebook is as before.</summary>
public sealed class TimeoutSpecs
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(80);")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("lock (gate) { }")]
    [InlineData("new SemaphoreSlim(0).Wait();")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("Parallel.For(0, long.MaxValue, i => { });")]
    [InlineData("while (true) try { Thread.Sleep(10); } catch { }")]
    public void A_test_that_hangs_fails_where_it_hung(string code)
    {
        foreach (var attribute in new[] { "[Fact] ", "" })
            Fails($"{attribute}void TestHang()\n{{\n    Console.WriteLine(\"before\");\n    {code}\n}}");
    }

    [Theory]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("await new SemaphoreSlim(0).WaitAsync().ConfigureAwait(false);")]
    [InlineData("await new ValueTask(new TaskCompletionSource().Task);")]
    [InlineData("while (true) await Task.Delay(10);")]
    [InlineData("await Task.Yield(); while (true) { }")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    public void An_async_test_that_hangs_fails_where_it_awaits(string code)
    {
        foreach (var attribute in new[] { "[Fact] ", "" })
            Fails($"{attribute}async Task TestHang()\n{{\n    Console.WriteLine(\"before\");\n    {code}\n}}");
    }

    [Fact]
    public void Async_calls_are_shown_down_to_the_innermost()
    {
        using var notebook = new LiveNotebook().Given(
            """
            async Task<int> Fetch()
            {
                await Task.Yield();
                await Task.Delay(-1);
                return 1;
            }
            async Task TestHang()
            {
                await Task.Delay(1);
                Assert(await Fetch() == 1);
            }
            """);

        var seen = notebook.Run("Ipytest.Run(\"--timeout=0.3 --tb=short\");");

        Assert.Contains("In[1]:10: in TestHang", seen.Text, StringComparison.Ordinal);
        Assert.Contains("In[1]:4: in Fetch", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_of_a_class_are_timed_each_and_cleaned_up_in_peace()
    {
        using var notebook = new LiveNotebook().Given(
            """
            public class Things : IDisposable
            {
                [Fact] public void First() { }
                [Fact] public void Spins() { for (;;) { } }
                [Fact] public async Task Awaits() { await Task.Delay(-1); }
                [Fact] public void Last() { }
                public void Dispose() { for (var i = 0; i < 3; i++) Thread.Sleep(1); Console.WriteLine("disposed"); }
            }
            """);

        var seen = notebook.Run("Ipytest.Run(\"-v --timeout=0.3\");");

        Assert.Equal("Things::First PASSED, Things::Spins FAILED, Things::Awaits FAILED, Things::Last PASSED", seen.Results());
        Assert.Contains("In[1]:4: TimeoutException", seen.Text, StringComparison.Ordinal);
        Assert.Contains("In[1]:5: TimeoutException", seen.Text, StringComparison.Ordinal);
        Assert.Contains("disposed", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_fixture_that_hangs_fails_the_tests_that_need_it()
    {
        using var notebook = new LiveNotebook().Given(
            """
            public class Slow { public Slow() { Thread.Sleep(-1); } }
            public class Things(Slow slow) : IClassFixture<Slow> { [Fact] public void Uses() { } }
            [Fact] void TestAfter() { }
            """);

        var seen = notebook.Run("Ipytest.Run(\"-v --timeout=0.3\");");

        Assert.Contains("Timeout >0.3s", seen.Text, StringComparison.Ordinal);
        Assert.Contains("TestAfter PASSED", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_that_cannot_be_stopped_is_left_behind_and_named()
    {
        using var notebook = new LiveNotebook().Given(
            """
            var evil = new System.Text.RegularExpressions.Regex("^(a+)+$", default, TimeSpan.FromSeconds(10));
            [Fact] void TestBefore() { }
            [Fact] void TestStuck() { Console.WriteLine("before"); evil.IsMatch(new string('a', 40) + "b"); Console.WriteLine("late"); }
            void test_after() { }
            public class Things { [Fact] public void After() { } }
            """);

        var seen = notebook.Run("Ipytest.Run(\"-v --timeout=0.2\");");

        Assert.Equal("TestBefore PASSED, TestStuck FAILED, test_after PASSED, Things::After PASSED", seen.Results());
        Assert.Contains("Notebook.ipynb::TestStuck\n  The test did not stop", seen.Text, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void A_test_within_its_time_is_not_touched_and_the_longest_time_is_per_test()
    {
        using var notebook = new LiveNotebook().Given(
            string.Join('\n', Enumerable.Range(0, 16).Select(number => $"[Fact] async Task Test{number}() {{ Thread.Sleep(60); await Task.Delay(60); }}")));

        Assert.Equal(ExitCode.Ok, notebook.Run("Ipytest.Run(\"--timeout=1.5\");").Run);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[Fact] ")]
    public void Hundreds_of_tests_that_hang_do_no_harm(string attribute)
    {
        using var notebook = new LiveNotebook().Given(
            string.Join('\n', Enumerable.Range(0, 60).Select(number => $"{attribute}void Test{number}() {{ {(number % 2 == 0 ? "while (true) { }" : "")} }}")));

        var seen = notebook.Run("Ipytest.Run(\"-q --timeout=0.1 --tb=no\");");

        Assert.Contains("30 failed, 30 passed", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_timeout_of_a_fact_still_counts()
    {
        using var notebook = new LiveNotebook().Given("[Fact(Timeout = 50)] async Task TestSlow() => await Task.Delay(-1, Xunit.TestContext.Current.CancellationToken);");

        var seen = notebook.Run("Ipytest.Run(\"--timeout=20\");");

        Assert.Contains("Test execution timed out after 50 milliseconds", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Console_and_directory_are_as_before()
    {
        using var notebook = new LiveNotebook().Given(
            """
            var directory = Environment.CurrentDirectory;
            void test_hang() { Environment.CurrentDirectory = "/"; Console.SetOut(new StringWriter()); while (true) { } }
            void test_next() { Console.WriteLine("captured"); Assert(false); }
            """);

        var seen = notebook.Run("Ipytest.Run(\"--timeout=0.2\"); Console.WriteLine(\"seen\"); Environment.CurrentDirectory == directory");

        Assert.Contains("Captured stdout call", seen.Text, StringComparison.Ordinal);
        Assert.EndsWith("seen\n", seen.Text, StringComparison.Ordinal);
        Assert.Equal("true", seen.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("FixtureScope.Module")]
    public void A_teardown_that_hangs_is_one_error_with_its_place(string scope)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run($$"""
            %%ipytest --timeout=0.2
            [Fixture({{scope}})] IEnumerable<int> Server()
            {
                yield return 1;
                while (true) { }
            }
            void TestA(int server) { }
            """);

        Assert.StartsWith(".E ", seen.Text, StringComparison.Ordinal);
        Assert.Contains("\n>       while (true) { }\nE       Timeout >0.2s\nE         while tearing down the fixture 'Server' of In[1]:2\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("\n1 passed, 1 error in ", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Fact] async Task TestHang() { await Task.Yield(); while (true) steps++; }")]
    [InlineData("[Fact] async Task TestHang() { await Task.Run(() => { while (true) steps++; }); }")]
    [InlineData("[Fact] void TestHang() { Task.Run(() => { while (true) steps++; }).Wait(); }")]
    [InlineData("async Task TestHang() { await Task.Run(() => { while (true) steps++; }); }")]
    [InlineData("public class Things : IDisposable { [Fact] public void TestHang() { while (true) { } } public void Dispose() { while (true) steps++; } }")]
    [InlineData("public class Things : IAsyncDisposable { [Fact] public void TestHang() { while (true) { } } public async ValueTask DisposeAsync() { await Task.Yield(); while (true) steps++; } }")]
    [InlineData("public class Things : IDisposable { [Fact] public void TestHang() { new Thread(() => { try { Thread.Sleep(-1); } finally { while (true) steps++; } }).Start(); while (true) steps++; } public void Dispose() => Thread.Sleep(50); }")]
    [InlineData("[Fixture] IEnumerable<int> A() { yield return 1; while (true) steps++; }\n[Fixture] IEnumerable<int> B() { yield return 1; while (true) steps++; }\nvoid TestHang(int a, int b) { while (true) { } }")]
    public void Nothing_computes_on_after_a_timeout(string test)
    {
        using var notebook = new LiveNotebook().Given("static class Count { public static long Steps; }", test.Replace("steps", "Count.Steps", StringComparison.Ordinal) + "\nvoid TestNext() { }");

        var seen = notebook.Run("Ipytest.Run(\"-v --timeout=0.2\");");

        Assert.Contains("TestHang FAILED, ", seen.Results(), StringComparison.Ordinal);
        Assert.EndsWith("TestNext PASSED", seen.Results(), StringComparison.Ordinal);
        Assert.DoesNotContain("The test did not stop", seen.Text, StringComparison.Ordinal);
        Assert.Equal("true", notebook.Run("""
            var stands = false;
            for (var tries = 0; !stands && tries < 50; tries++)
            {
                var before = Volatile.Read(ref Count.Steps);
                Thread.Sleep(200);
                stands = before > 0 && before == Volatile.Read(ref Count.Steps);
            }
            stands
            """).Value);
    }

    [Fact]
    public void A_test_that_was_given_up_and_ends_late_is_reported_once()
    {
        using var notebook = new LiveNotebook().Given(
            """
            var gate = new TaskCompletionSource();
            [Fact] async Task TestHang() { await gate.Task; }
            [Fact] void TestNext() { gate.SetResult(); Thread.Sleep(50); }
            [Fact] void TestLast() { }
            """);

        var seen = notebook.Run("Ipytest.Run(\"-v --timeout=0.3\");");

        Assert.Equal("TestHang FAILED, TestNext PASSED, TestLast PASSED", seen.Results());
        Assert.Contains("1 failed, 2 passed in ", seen.Text, StringComparison.Ordinal);
    }

    private static void Fails(string test)
    {
        using var notebook = new LiveNotebook().Given(
            "var gate = new object(); var holder = new Thread(() => { lock (gate) Thread.Sleep(-1); }) { IsBackground = true }; holder.Start(); Thread.Sleep(30); var kept = 1;",
            $"{test}\n[Fact] void TestNext() {{ for (var i = 0; i < 3; i++) Thread.Sleep(1); }}");
        var start = Stopwatch.GetTimestamp();

        var seen = notebook.Run("Ipytest.Run(\"-v --timeout=0.2\");");

        Assert.Equal("TestHang FAILED, TestNext PASSED", seen.Results());
        Assert.Contains("Timeout >0.2s\n\nIn[2]:4: ", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Captured stdout call", seen.Text, StringComparison.Ordinal);
        Assert.Contains("FAILED Notebook.ipynb::TestHang - Timeout >0.2s", seen.Text, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(8), "It should stop at once.");
        Assert.Equal("2", notebook.Run("for (var i = 0; i < 3; i++) Thread.Sleep(1); kept + 1").Value);
        Assert.IsType<CellResult.Succeeded>(notebook.Run("await Task.Run(() => Thread.Sleep(2));").Outcome);
    }
}
