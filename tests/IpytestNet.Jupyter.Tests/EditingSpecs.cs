using System.Text.Json.Nodes;
using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class EditingSpecs(SharedKernel shared) : IClassFixture<SharedKernel>
{
    private readonly LiveKernel _kernel = shared.Live;

    [Theory]
    [InlineData("Console.WriteL", "WriteLine", 8, 14)]
    [InlineData("var s = \"🎉\"; s.PadLe", "PadLeft", 15, 20)]
    [InlineData("%%ipytest --tim", "--timeout", 10, 15)]
    [InlineData("%%ipyt", "%%ipytest", 0, 6)]
    public void A_name_is_completed_where_it_stands(string code, string match, int start, int end)
    {
        var reply = _kernel.Ask("complete_request", new JsonObject { ["code"] = code, ["cursor_pos"] = new System.Globalization.StringInfo(code).LengthInTextElements }).Reply!;

        Assert.Equal("ok", reply["status"]);
        Assert.Contains(match, reply.Content["matches"]!.AsArray().Select(found => found!.ToString()));
        Assert.Equal((start, end), (reply.Content["cursor_start"]!.GetValue<int>(), reply.Content["cursor_end"]!.GetValue<int>()));
        Assert.Equal(reply.Content["matches"]!.AsArray().Count, reply.Content["metadata"]!["_jupyter_types_experimental"]!.AsArray().Count);
    }

    [Fact]
    public void Variables_of_earlier_cells_are_completed_by_their_types()
    {
        _kernel.Given("var basket = new List<string> { \"tea\" };");

        var matches = Matches("basket.Add", 10);

        Assert.Contains("AddRange", matches);
    }

    [Theory]
    [InlineData("Console.", -5)]
    [InlineData("Console.", 1000)]
    [InlineData("", 0)]
    public void Any_cursor_is_answered(string code, int position)
    {
        Assert.Equal("ok", _kernel.Ask("complete_request", new JsonObject { ["code"] = code, ["cursor_pos"] = position }).Status);
    }

    [Fact]
    public void What_stands_at_the_cursor_is_told_with_its_documentation()
    {
        _kernel.Given("/// <summary>Adds one.</summary>\nint Next(int n) => n + 1;");

        var reply = _kernel.Ask("inspect_request", new JsonObject { ["code"] = "Next(1)", ["cursor_pos"] = 2, ["detail_level"] = 0 }).Reply!;

        Assert.True(reply.Content["found"]!.GetValue<bool>());
        Assert.Contains("int Next(int n)", reply.Content["data"]!["text/plain"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Adds one.", reply.Content["data"]!["text/plain"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("```csharp", reply.Content["data"]!["text/markdown"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothingLikeThis", 3)]
    [InlineData("", 0)]
    [InlineData("1 + 1", -1)]
    public void Where_nothing_is_known_nothing_is_found(string code, int position)
    {
        var reply = _kernel.Ask("inspect_request", new JsonObject { ["code"] = code, ["cursor_pos"] = position }).Reply!;

        Assert.Equal("ok", reply["status"]);
        Assert.False(reply.Content["found"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("var x = 1;", "complete")]
    [InlineData("if (true) {", "incomplete")]
    [InlineData("int F(", "incomplete")]
    [InlineData("int = ;", "invalid")]
    public void A_shell_learns_whether_a_cell_is_complete(string code, string status)
    {
        var answer = _kernel.Ask("is_complete_request", new JsonObject { ["code"] = code });

        Assert.Equal(status, answer.Status);
    }

    private IEnumerable<string> Matches(string code, int position) =>
        _kernel.Ask("complete_request", new JsonObject { ["code"] = code, ["cursor_pos"] = position }).Reply!.Content["matches"]!.AsArray().Select(match => match!.ToString());
}
