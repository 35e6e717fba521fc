using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class MemorySpecs(InstalledKernel installed)
{
    private static readonly Dictionary<string, string> Limit = new(StringComparer.Ordinal) { ["IPYTEST_MEMORY_LIMIT"] = "600M" };

    [Fact]
    public void A_cell_that_allocates_without_end_meets_the_limit_and_the_kernel_lives()
    {
        using var kernel = new LiveKernel(installed, Limit).Given("var kept = 42; List<byte[]>? all = [];");

        var answer = kernel.Run("while (true) { var more = new byte[1 << 20]; Array.Fill(more, (byte)1); all!.Add(more); }");

        Assert.Equal("MemoryLimitExceeded", answer.Reply!["ename"]);
        Assert.Contains("may use 600 MB", answer.Error, StringComparison.Ordinal);
        Assert.Equal("42", kernel.Run("kept").Value);
        Assert.Equal("true", kernel.Run("all = null; GC.Collect(); kept == 42").Value);
        Assert.Equal("100000000", kernel.Run("new byte[100_000_000].Length").Value);
    }

    [Theory]
    [InlineData("Enumerable.Repeat(1L, int.MaxValue - 100).ToList().Count")]
    [InlineData("new string('x', 1_000_000_000) + new string('y', 1_000_000_000)")]
    public void A_call_that_allocates_too_much_is_an_exception(string code)
    {
        using var kernel = new LiveKernel(installed, Limit);

        var answer = kernel.Run(code);

        Assert.Contains(answer.Reply!["ename"]!, (string[])["OutOfMemoryException", "MemoryLimitExceeded"]);
        Assert.Equal("2", kernel.Run("1 + 1").Value);
    }

    [Fact]
    public void Garbage_does_not_count()
    {
        using var kernel = new LiveKernel(installed, Limit);

        Assert.Equal("ok", kernel.Run("for (var i = 0; i < 3000; i++) { var more = new byte[1 << 20]; Array.Fill(more, (byte)1); }").Status);
    }
}
