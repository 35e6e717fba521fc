using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>A run that takes too long, or is cancelled, ends as with an interrupt: what ran is reported.</summary>
public sealed class SessionTimeoutSpecs
{
    private const string Tests = """
        [Fact] void TestFirst() { }
        [Fact] void TestHang() { while (true) { } }
        [Fact] void TestNever() { }
        """;

    [Theory]
    [InlineData("")]
    [InlineData(" -n 2")]
    public void The_session_timeout_ends_the_run(string more)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run($"Ipytest.Run(\"--session-timeout=0.5{more}\")");

        Assert.Equal("ExitCode.Interrupted", seen.Value);
        Assert.Contains("!!! session-timeout: 0.5 sec exceeded !!!", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Interrupted while running Notebook.ipynb::TestHang", seen.Text, StringComparison.Ordinal);
        Assert.Contains(more.Length > 0 ? "2 passed" : "1 passed", seen.Text, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("for (var i = 0; i < 3; i++) Thread.Sleep(1); 1 + 1").Value);
    }

    [Fact]
    public void A_run_that_ends_in_time_does_not_notice()
    {
        using var notebook = new LiveNotebook().Given("void test_quick() { }");

        Assert.Equal("ExitCode.Ok", notebook.Run("Ipytest.Run(\"--session-timeout=30\")").Value);
    }

    [Fact]
    public void It_throws_where_the_notebook_asks_for_it()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run("Ipytest.Run(\"--session-timeout=0.3\", raiseOnError: true);");

        Assert.Equal("ipytest failed with exit_code 2", seen.Error?.Message);
    }

    [Fact]
    public void A_cancellation_token_does_the_same()
    {
        using var notebook = new LiveNotebook().Given(Tests, "async Task test_awaits() => await Task.Delay(-1);");

        var seen = notebook.Run("var source = new CancellationTokenSource(400); await Ipytest.RunAsync(\"-v\", cancellationToken: source.Token)");

        Assert.Equal("ExitCode.Interrupted", seen.Value);
        Assert.Contains("TestFirst PASSED", seen.Text, StringComparison.Ordinal);
        Assert.IsType<CellResult.Succeeded>(notebook.Run("for (var i = 0; i < 3; i++) Thread.Sleep(1);").Outcome);
    }
}
