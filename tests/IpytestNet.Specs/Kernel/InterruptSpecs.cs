using System.Diagnostics;
using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>An interrupt stops whatever a cell does, and the notebook lives on with its state.</summary>
public sealed class InterruptSpecs
{
    private const string Ready = "Console.Write(\"ready\"); ";

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) ;")]
    [InlineData("for (;;);")]
    [InlineData("do { } while (true);")]
    [InlineData("long n = 0; while (true) n++;")]
    [InlineData("again: goto again;")]
    [InlineData("void F() { a: b: goto b; } F();")]
    [InlineData("foreach (var x in Forever()) { } IEnumerable<int> Forever() { while (true) yield return 1; }")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(80);")]
    [InlineData("int Fib(int n) { return n < 2 ? n : Fib(n - 1) + Fib(n - 2); } Fib(80);")]
    [InlineData("Func<int, int> fib = null; fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2); fib(80);")]
    [InlineData("class C { public static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); } C.Fib(80);")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Where(x => x % 7 == 8).Count();")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).Count(x => { return x == 2; });")]
    [InlineData("Parallel.For(0, long.MaxValue, i => { });")]
    public void Running_code(string code) => Stops(code);

    [Theory]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("lock (gate) Monitor.Wait(gate);")]
    [InlineData("var holder = new Thread(() => { lock (gate) Thread.Sleep(-1); }); holder.Start(); Thread.Sleep(50); lock (gate) { }")]
    [InlineData("new System.Collections.Concurrent.BlockingCollection<int>().Take();")]
    [InlineData("new SemaphoreSlim(0).Wait();")]
    [InlineData("await new SemaphoreSlim(0).WaitAsync();")]
    [InlineData("new ManualResetEvent(false).WaitOne();")]
    [InlineData("var t = new Thread(() => { while (true) { } }); t.Start(); t.Join();")]
    [InlineData("Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("await foreach (var x in F()) { } async IAsyncEnumerable<int> F() { await Task.Delay(-1); yield return 1; }")]
    public void Waiting_code(string code) => Stops(code);

    [Theory]
    [InlineData("while (true) try { Thread.Sleep(10); } catch { }")]
    [InlineData("while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("try { while (true) { } } finally { while (true) { } }")]
    [InlineData("try { Thread.Sleep(-1); } catch { } try { Thread.Sleep(-1); } catch { } Thread.Sleep(-1);")]
    [InlineData("void F() { try { Thread.Sleep(-1); } catch { } F(); } F();")]
    [InlineData("async Task F() { while (true) try { await Task.Delay(10); } catch { } } await F();")]
    public void Code_that_swallows_exceptions(string code) => Stops(code);

    [Fact]
    public void Threads_and_tasks_of_the_cell_end_with_it()
    {
        using var notebook = new LiveNotebook().Given("Thread[] threads = null; long ticks = 0;");

        notebook.RunAndInterruptAfter(
            "ready",
            """
            threads = Enumerable.Range(0, 3).Select(_ => new Thread(() => { while (true) ticks++; })).ToArray();
            foreach (var thread in threads) thread.Start();
            _ = Task.Run(async () => { while (true) { await Task.Delay(1); ticks++; } });
            Console.Write("ready");
            Thread.Sleep(-1);
            """);

        Assert.Equal("true", notebook.Run("threads.All(thread => thread.Join(5000))").Value);
        Assert.Equal("true", notebook.Run("Thread.Sleep(50); var before = ticks; Thread.Sleep(100); before == ticks").Value);
    }

    [Fact]
    public void The_work_of_later_cells_is_not_hit()
    {
        using var notebook = new LiveNotebook();
        notebook.RunAndInterruptAfter("ready", Ready + "Parallel.For(0, 100, i => { while (true) { } });");

        var seen = notebook.Run("var sum = 0; Parallel.For(0, 200, i => { Thread.Sleep(1); Interlocked.Increment(ref sum); }); Thread.Sleep(20); sum");

        Assert.Equal("200", seen.Value);
    }

    [Fact]
    public void An_interrupted_test_run_reports_what_ran()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.RunAndInterruptAfter(
            "ready",
            """
            %%ipytest -s
            [Fact] void First() { }
            [Fact] void Second() { Console.Write("ready"); while (true) { } }
            [Fact] void Third() { }
            """);

        Assert.IsType<CellResult.Interrupted>(seen.Outcome);
        Assert.Equal(ExitCode.Interrupted, seen.Run);
        Assert.Contains("1 passed", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Interrupted", seen.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
        Assert.Equal(ExitCode.Ok, notebook.Run("%%ipytest\n[Fact] void Again() { }").Run);
    }

    [Fact]
    public void An_interrupt_when_nothing_runs_does_nothing()
    {
        using var notebook = new Notebook();

        notebook.Interrupt();
        var result = notebook.Run("Thread.Sleep(20); 1 + 1");
        notebook.Interrupt();
        notebook.Interrupt();

        Assert.Equal(2, Assert.IsType<CellResult.Succeeded>(result).Value);
        Assert.IsType<CellResult.Succeeded>(notebook.Run("Thread.Sleep(20);"));
    }

    [Fact]
    public async Task Many_interrupts_are_one()
    {
        using var notebook = new Notebook();
        using var started = new ManualResetEventSlim();
        var running = Task.Run(() => notebook.Run("Console.Write(1); while (true) { }", _ => started.Set()), TestContext.Current.CancellationToken);
        started.Wait(TestContext.Current.CancellationToken);

        Parallel.For(0, 200, _ => notebook.Interrupt());

        Assert.IsType<CellResult.Interrupted>(await running);
        Assert.IsType<CellResult.Succeeded>(notebook.Run("Thread.Sleep(20);"));
    }

    [Fact]
    public async Task Cells_interrupted_at_any_moment_leave_the_notebook_alive()
    {
        using var notebook = new Notebook();
        notebook.Run("var n = 0;");
        using var stop = new CancellationTokenSource();
        var interrupter = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    notebook.Interrupt();
                    Thread.Sleep(Random.Shared.Next(3));
                }
            },
            TestContext.Current.CancellationToken);

        for (var i = 0; i < 100; i++)
            notebook.Run("n++; await Task.Run(() => Console.Write(n)); lock (new object()) Thread.Sleep(2); Console.WriteLine(n);");
        await stop.CancelAsync();
        await interrupter;

        Assert.IsType<CellResult.Succeeded>(notebook.Run("Thread.Sleep(20); Console.Write(n);"));
    }

    [Fact]
    public void Code_that_no_interrupt_reaches_is_left_behind_and_its_output_dropped()
    {
        using var notebook = new LiveNotebook().Given("var kept = 1; var evil = new System.Text.RegularExpressions.Regex(\"^(a+)+$\", default, TimeSpan.FromSeconds(10)); var text = new string('a', 40) + \"b\";");
        var directory = Environment.CurrentDirectory;
        var start = Stopwatch.GetTimestamp();

        var seen = notebook.RunAndInterruptAfter(
            "ready",
            Ready + "evil.IsMatch(text); evil.IsMatch(text); Console.Write(\"dropped\");");

        Assert.IsType<CellResult.Interrupted>(seen.Outcome);
        Assert.Contains("left behind on its thread", seen.ErrorText, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30));
        Assert.Equal(directory, Environment.CurrentDirectory);
        Assert.Equal("1", notebook.Run("kept").Value);
        Assert.Equal("", notebook.Run("Thread.Sleep(100);").Text);
    }

    private static void Stops(string code)
    {
        using var notebook = new LiveNotebook().Given("var kept = 1; var gate = new object();");
        var start = Stopwatch.GetTimestamp();

        var seen = notebook.RunAndInterruptAfter("ready", $"kept = 2; {Ready}{code}");

        Assert.IsType<CellResult.Interrupted>(seen.Outcome);
        Assert.Equal("Interrupted: The cell was interrupted.", seen.ErrorShown);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(4), "It should stop at once, not only after the time of grace.");
        Assert.Equal("2", notebook.Run("Thread.Sleep(1); kept").Value);
    }
}
