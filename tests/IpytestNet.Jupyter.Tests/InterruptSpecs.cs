using System.Diagnostics;
using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class InterruptSpecs(SharedKernel shared) : IClassFixture<SharedKernel>
{
    private readonly LiveKernel _kernel = shared.Live;

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("int Next(int n) => n + 1; var n = 0; while (true) n = Next(n);")]
    [InlineData("for (; ; ) { try { while (true) { } } finally { Console.Write(\"\"); } }")]
    [InlineData("Thread.Sleep(Timeout.Infinite);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("new ManualResetEvent(false).WaitOne();")]
    [InlineData("while (true) Console.WriteLine(\"again\");")]
    [InlineData("lock (new object()) { var other = new SemaphoreSlim(0); other.Wait(); }")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Where(i => i < 0).Count();")]
    public void A_cell_that_never_ends_is_interrupted_and_the_variables_stay(string code)
    {
        _kernel.Given("var kept = 42;");
        var id = _kernel.SendCell($"Console.WriteLine(\"started\"); {code}");
        _kernel.WaitForOutput("started");

        var start = Stopwatch.GetTimestamp();
        _kernel.Interrupt();
        var answer = _kernel.Await(id);

        Assert.Equal("error", answer.Status);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10), "It should end at once.");
        Assert.Equal("42", _kernel.Run("kept").Value);
    }

    [Fact]
    public void The_twentieth_interrupt_works_as_the_first_did()
    {
        _kernel.Given("var rounds = 0;");
        for (var i = 0; i < 20; i++)
        {
            var id = _kernel.SendCell("rounds++; Console.WriteLine(\"started\"); while (true) { }");
            _kernel.WaitForOutput("started");
            _kernel.Interrupt();
            Assert.Equal("error", _kernel.Await(id).Status);
        }

        Assert.Equal("20", _kernel.Run("rounds").Value);
    }

    [Fact]
    public void An_interrupt_aborts_the_cells_that_wait()
    {
        var first = _kernel.SendCell("Console.WriteLine(\"started\"); while (true) { }");
        var second = _kernel.SendCell("1");
        _kernel.WaitForOutput("started");

        _kernel.Interrupt();

        Assert.Equal("error", _kernel.Await(first).Status);
        Assert.Equal("aborted", _kernel.Await(second).Status);
    }

    [Fact]
    public void An_interrupt_without_a_running_cell_does_nothing()
    {
        _kernel.Interrupt();

        Assert.Equal("2", _kernel.Run("1 + 1").Value);
    }

    [Fact]
    public void An_interrupt_request_is_answered()
    {
        Assert.Equal("ok", _kernel.Ask("interrupt_request", channel: "control").Status);
    }

    [Fact]
    public void A_signal_interrupts_too_and_the_kernel_lives()
    {
        var id = _kernel.SendCell("Console.WriteLine(\"started\"); while (true) { }");
        _kernel.WaitForOutput("started");

        using var kill = Process.Start("/bin/kill", ["-INT", $"{_kernel.ProcessId}"]);

        Assert.Equal("error", _kernel.Await(id).Status);
        Assert.Equal("2", _kernel.Run("1 + 1").Value);
    }

    [Fact]
    public void An_interrupted_test_run_reports_what_ran()
    {
        var id = _kernel.SendCell("%%ipytest\nvoid TestFirst() { }\nvoid TestHangs() { Console.Error.WriteLine(\"hangs now\"); while (true) { } }\nvoid TestLast() { }", new() { ["stop_on_error"] = false });
        _kernel.WaitForOutput(".");
        _kernel.Interrupt();

        var answer = _kernel.Await(id);

        Assert.Contains("1 passed", answer.Text, StringComparison.Ordinal);
        Assert.Contains("TestHangs", answer.Text, StringComparison.Ordinal);
        Assert.Equal("2", _kernel.Run("1 + 1").Value);
    }
}
