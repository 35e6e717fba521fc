using System.Diagnostics;
using System.Text.Json.Nodes;
using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class LifeSpecs(InstalledKernel installed)
{
    [Theory]
    [InlineData("shell")]
    [InlineData("control")]
    public void A_shutdown_request_is_answered_and_no_process_is_left(string channel)
    {
        using var kernel = new LiveKernel(installed);

        var answer = kernel.Ask("shutdown_request", new JsonObject { ["restart"] = false }, channel);

        Assert.Equal("ok", answer.Status);
        Assert.False(answer.Reply!.Content["restart"]!.GetValue<bool>());
        Assert.True(Ends(kernel.ProcessId));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(-1);")]
    public void A_busy_kernel_shuts_down(string code)
    {
        using var kernel = new LiveKernel(installed);
        kernel.SendCell(code);

        Assert.InRange(kernel.Shutdown(), 0, 10);

        Assert.True(Ends(kernel.ProcessId));
    }

    [Fact]
    public void Processes_that_cells_have_started_end_with_the_kernel()
    {
        using var kernel = new LiveKernel(installed);
        var child = int.Parse(kernel.Run("System.Diagnostics.Process.Start(\"/bin/sleep\", \"1000\").Id").Value!, System.Globalization.CultureInfo.InvariantCulture);

        kernel.Shutdown();

        Assert.True(Ends(child));
    }

    [Fact]
    public void A_restarted_kernel_starts_afresh_for_the_same_clients()
    {
        using var kernel = new LiveKernel(installed).Given("var gone = 1;");
        var before = kernel.ProcessId;

        kernel.Restart();

        Assert.NotEqual(before, kernel.ProcessId);
        Assert.True(Ends(before));
        Assert.Equal("error", kernel.Run("gone").Status);
        Assert.Equal("2", kernel.Run("1 + 1").Value);
    }

    [Theory]
    [InlineData("%exit")]
    [InlineData("%%quit")]
    [InlineData("#!exit")]
    public void A_cell_can_end_the_kernel(string code)
    {
        using var kernel = new LiveKernel(installed);

        var answer = kernel.Run(code);

        Assert.Equal("ok", answer.Status);
        Assert.Equal("ask_exit", answer.Reply!.Content["payload"]!.AsArray().Single()!["source"]!.ToString());
        Assert.True(Ends(kernel.ProcessId));
    }

    [Fact]
    public void A_kernel_does_not_outlive_the_program_that_started_it()
    {
        using var kernel = new LiveKernel(installed);
        kernel.SendCell("while (true) { }");

        kernel.KillClient();

        Assert.True(Ends(kernel.ProcessId));
    }

    [Fact]
    public void A_termination_signal_ends_the_kernel()
    {
        using var kernel = new LiveKernel(installed);

        using var kill = Process.Start("/bin/kill", ["-TERM", $"{kernel.ProcessId}"]);

        Assert.True(Ends(kernel.ProcessId));
    }

    [Fact]
    public void Kernels_keep_their_history_for_the_next()
    {
        using (var first = new LiveKernel(installed).Given("\"typed in an earlier session\""))
            first.Shutdown();

        using var second = new LiveKernel(installed);
        var history = second.Ask("history_request", new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "*earlier session*", ["raw"] = true, ["output"] = false });

        Assert.Equal("\"typed in an earlier session\"", history.Reply!.Content["history"]!.AsArray()[0]![2]!.ToString());
    }

    [Theory]
    [InlineData("{", "expected JSON")]
    [InlineData("{}", "expected a port as shell_port, but there is none")]
    [InlineData("{\"shell_port\": 70000}", "expected a port from 1 to 65535 as shell_port, but it is 70000")]
    [InlineData("{\"key\": \"k\", \"signature_scheme\": \"hmac-md5\"}", "expected the signature_scheme hmac-sha256, but it is hmac-md5")]
    [InlineData(null, "cannot read the connection file")]
    public void A_connection_file_that_cannot_be_used_is_a_clear_error(string? json, string message)
    {
        var path = Path.Combine(installed.Folder, $"{Guid.NewGuid():N}.json");
        if (json is not null)
            File.WriteAllText(path, json);

        var (code, output) = installed.Command("kernel", "--connection-file", path);

        Assert.Equal(4, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static bool Ends(int process)
    {
        // A child of the Python client stays in the table until that collects it.
        return SpinWait.SpinUntil(() => !File.Exists($"/proc/{process}/stat") || File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }
}
