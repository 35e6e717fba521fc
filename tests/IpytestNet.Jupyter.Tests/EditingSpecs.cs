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
