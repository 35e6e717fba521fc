using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class SurvivalSpecs(SharedKernel shared) : IClassFixture<SharedKernel>
{
    private readonly LiveKernel _kernel = shared.Live;

    [Theory]
    [InlineData("int Endless(int n) => Endless(n + 1) + 1; Endless(0)")]
    [InlineData("class Deep { public int Value => new Deep().Value + 1; }\nnew Deep().Value")]
    [InlineData("async Task<int> EndlessAsync(int n) { await Task.Yield(); return await EndlessAsync(n + 1) + 1; }\nasync Task<int> Direct(int n) => await Direct(n + 1) + 1;\nawait Direct(0)")]
    [InlineData("Func<int, int> f = null!; f = n => f(n + 1) + 1; f(0)")]
    [InlineData("record Ring { public Ring? Next { get; set; } }\nvar ring = new Ring(); ring.Next = ring; ring.GetHashCode()")]
    public void Endless_recursion_in_a_cell_is_an_error(string code)
    {
        _kernel.Given("var kept = 42;");

        var answer = _kernel.Run(code);

        Assert.Equal("error", answer.Status);
        Assert.Equal("InsufficientExecutionStackException", answer.Reply!["ename"]);
        Assert.Equal("42", _kernel.Run("kept").Value);
    }

    [Fact]
    public void Endless_recursion_in_a_test_fails_the_test()
    {
        var answer = _kernel.Run("%%ipytest\nint Endless(int n) => Endless(n + 1) + 1;\nvoid TestDeep() => Endless(0);\nvoid TestFine() { }");

        Assert.Equal("ok", answer.Status);
        Assert.Contains("1 failed, 1 passed", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new Thread(() => throw new InvalidOperationException(\"boom in a thread\")).Start();", "boom in a thread")]
    [InlineData("async void Forget() { await Task.Yield(); throw new InvalidOperationException(\"boom in async void\"); }\nForget();", "boom in async void")]
    [InlineData("class Ghost { ~Ghost() => throw new InvalidOperationException(\"boom in a finalizer\"); }\nvoid Make() { new Ghost(); }\nfor (var i = 0; i < 10; i++) Make();\nGC.Collect(); GC.WaitForPendingFinalizers();", "boom in a finalizer")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => throw new InvalidOperationException(\"boom in the pool\"));", "boom in the pool")]
    [InlineData("new Timer(_ => throw new InvalidOperationException(\"boom in a timer\"), null, 0, -1);", "boom in a timer")]
    public void An_exception_that_nobody_catches_is_told_and_the_kernel_lives(string code, string message)
    {
        var id = _kernel.SendCell(code);

        var told = _kernel.WaitForOutput(message, "stderr");
        _kernel.Replies(1);

        Assert.Contains(message, told, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", told, StringComparison.Ordinal);
        Assert.Contains(":line ", told, StringComparison.Ordinal);
        Assert.NotEmpty(id);
        Assert.Equal("2", _kernel.Run("1 + 1").Value);
    }

    [Fact]
    public void A_cell_that_uses_up_the_thread_pool_leaves_interrupt_and_heartbeat_alive()
    {
        var id = _kernel.SendCell(
            "Console.WriteLine(\"started\"); for (var i = 0; i < 1000; i++) ThreadPool.QueueUserWorkItem(_ => Thread.Sleep(20_000)); Thread.Sleep(Timeout.Infinite);");
        _kernel.WaitForOutput("started");

        Assert.Equal("ok", _kernel.Ask("kernel_info_request", channel: "control").Status);
        _kernel.Interrupt();

        Assert.Equal("error", _kernel.Await(id).Status);
        Assert.Equal("2", _kernel.Run("1 + 1").Value);
    }
}
