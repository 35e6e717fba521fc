using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class FixtureStopSpecs
{
    private const string Fixtures = """
        var log = new System.Collections.Concurrent.ConcurrentQueue<string>();
        int Slowly(int n) { for (var i = 0; i < 3; i++) Thread.Sleep(1); return n; }
        [Fixture(FixtureScope.Module)] IEnumerable<int> Wide() { log.Enqueue("+wide"); yield return Slowly(1); log.Enqueue($"-wide{Slowly(1)}"); }
        [Fixture] IEnumerable<int> Narrow(int wide) { log.Enqueue("+narrow"); yield return Slowly(2); log.Enqueue($"-narrow{Slowly(2)}"); }
        [Fixture] int Hanging() { while (true) { } }
        [Fixture] async Task<int> Waiting() { await Task.Delay(-1); return 1; }
        [Fixture] IEnumerable<int> HangingAtEnd() { yield return 1; Thread.Sleep(-1); }
        [Fixture] int Token(CancellationToken cancellationToken) { cancellationToken.Register(() => log.Enqueue("token")); return 1; }
        """;

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("new ManualResetEventSlim().Wait();")]
    public void Fixtures_are_torn_down_after_a_timeout(string hang)
    {
        using var notebook = new LiveNotebook().Given(Fixtures);

        var seen = notebook.Run($"%%ipytest -v --timeout=0.3\nvoid TestA(int narrow) {{ {hang} }}\n[Fact] void B(int narrow) {{ {hang} }}\nvoid TestC(int narrow) {{ }}");

        Assert.Equal("TestA FAILED, B FAILED, TestC PASSED", seen.Results());
        Assert.Contains("Timeout >0.3s", seen.Text, StringComparison.Ordinal);
        Assert.Equal("+wide +narrow -narrow2 +narrow -narrow2 +narrow -narrow2 -wide1", Log(notebook));
    }

    [Fact]
    public void Fixtures_are_torn_down_after_an_interrupt()
    {
        using var notebook = new LiveNotebook().Given(Fixtures, "void TestA(int narrow) { Console.Error.Write(\"ready\"); while (true) { } }\nvoid TestB(int narrow) { }");

        var seen = notebook.RunAndInterruptAfter("ready", "Ipytest.Run(\"-s\");");

        Assert.IsType<CellResult.Interrupted>(seen.Outcome);
        Assert.Contains("Interrupted while running Notebook.ipynb::TestA", seen.Text, StringComparison.Ordinal);
        Assert.Equal("+wide +narrow -narrow2 -wide1", Log(notebook));
    }

    [Fact]
    public void Fixtures_are_torn_down_when_the_run_stops_at_a_failure()
    {
        using var notebook = new LiveNotebook().Given(Fixtures);

        notebook.Run("%%ipytest -x\nvoid TestA(int narrow) => Assert(1 == 2);\nvoid TestB(int narrow) { }");

        Assert.Equal("+wide +narrow -narrow2 -wide1", Log(notebook));
    }

    [Theory]
    [InlineData("hanging", "In[1]:5")]
    [InlineData("waiting", "In[1]:6")]
    public void A_setup_that_hangs_is_an_error_and_the_next_test_runs(string fixture, string place)
    {
        using var notebook = new LiveNotebook().Given(Fixtures);

        var seen = notebook.Run($"%%ipytest -v --timeout=0.3\nvoid TestA(int narrow, int {fixture}) {{ }}\nvoid TestB() {{ }}");

        Assert.Equal("TestA ERROR, TestB PASSED", seen.Results());
        Assert.Contains("ERROR at setup of TestA", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Timeout >0.3s", seen.Text, StringComparison.Ordinal);
        Assert.Contains(place, seen.Text, StringComparison.Ordinal);
        Assert.Equal("+wide +narrow -narrow2 -wide1", Log(notebook));
    }

    [Fact]
    public void A_teardown_that_hangs_is_an_error_and_the_next_test_runs()
    {
        using var notebook = new LiveNotebook().Given(Fixtures);

        var seen = notebook.Run("%%ipytest -v --timeout=0.3\nvoid TestA(int narrow, int hangingAtEnd) { }\nvoid TestB() { }");

        Assert.Contains("ERROR at teardown of TestA", seen.Text, StringComparison.Ordinal);
        Assert.Contains("2 passed, 1 error", seen.Text, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void The_token_is_signalled_when_the_test_is_to_end()
    {
        using var notebook = new LiveNotebook().Given(Fixtures);

        notebook.Run("%%ipytest --timeout=0.3\nvoid TestA(int token) => Thread.Sleep(-1);\nasync Task TestB(CancellationToken cancellationToken) { try { await Task.Delay(-1, cancellationToken); } catch (OperationCanceledException) { log.Enqueue(\"cancelled\"); throw; } }");

        Assert.Equal("token cancelled", Log(notebook));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Side_by_side_every_wide_value_is_made_once_and_narrow_ones_for_each_test(int workers)
    {
        using var notebook = new LiveNotebook().Given("""
            int wide = 0, narrow = 0, gone = 0;
            [Fixture(FixtureScope.Session)] IEnumerable<int> Wide() { yield return Interlocked.Increment(ref wide); Interlocked.Increment(ref gone); }
            [Fixture(Params = [1, 2])] int Narrow(int param) => Interlocked.Increment(ref narrow);
            """);

        var seen = notebook.Run($"""
            %%ipytest -v -n {workers}
            void TestA(int wide, int narrow) => Assert(wide == 1);
            [Theory, InlineData(1), InlineData(2)] void Rows(int n, int narrow, DirectoryInfo tmpPath) => Assert(tmpPath.Exists);
            void TestB(int wide) => Assert(wide == 1);
            void TestC(CaptureFixture capsys) {"{"} Console.Write("c"); Assert(capsys.ReadOutErr().Out == "c"); {"}"}
            """);

        Assert.Equal(
            "TestA(narrow: 1) PASSED, TestA(narrow: 2) PASSED, Rows(n: 1, narrow: 1) PASSED, Rows(n: 1, narrow: 2) PASSED, "
            + "Rows(n: 2, narrow: 1) PASSED, Rows(n: 2, narrow: 2) PASSED, TestB PASSED, TestC PASSED",
            seen.Results());
        Assert.Equal("(1, 6, 1)", notebook.Run("(wide, narrow, gone)").Value);
    }

    private static string Log(LiveNotebook notebook) => notebook.Run("string.Join(' ', log)").Value!.Trim('"');
}
