using System.Text.Json.Nodes;
using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class RequestSpecs(SharedKernel shared) : IClassFixture<SharedKernel>
{
    private readonly LiveKernel _kernel = shared.Live;

    [Theory]
    [InlineData("shell")]
    [InlineData("control")]
    public void The_kernel_says_what_it_is(string channel)
    {
        var answer = _kernel.Ask("kernel_info_request", channel: channel);

        var content = answer.Reply!.Content;
        Assert.Equal("(busy) (idle)", answer.Order);
        Assert.Equal("5.3", content["protocol_version"]!.ToString());
        Assert.Equal("ipytest", content["implementation"]!.ToString());
        Assert.Equal("C#", content["language_info"]!["name"]!.ToString());
        Assert.Equal("csharp", content["language_info"]!["pygments_lexer"]!.ToString());
        Assert.Equal("text/x-csharp", content["language_info"]!["codemirror_mode"]!.ToString());
        Assert.Equal(".cs", content["language_info"]!["file_extension"]!.ToString());
    }

    [Fact]
    public void Control_answers_while_a_cell_runs_and_the_output_of_the_cell_stays_its_own()
    {
        var cell = _kernel.SendCell("while (!File.Exists(\"asked\")) Thread.Sleep(10); Console.WriteLine(\"mine\");");

        var info = _kernel.Ask("kernel_info_request", channel: "control");
        File.WriteAllText(Path.Combine(_kernel.Folder, "asked"), "");

        Assert.Equal("ok", info.Status);
        Assert.Equal("mine\n", _kernel.Await(cell).Text);
    }

    [Fact]
    public void There_are_no_comms_and_one_that_is_opened_is_closed()
    {
        Assert.Empty(_kernel.Ask("comm_info_request").Reply!.Content["comms"]!.AsObject());

        var answer = _kernel.Ask("comm_open", new JsonObject { ["comm_id"] = "c1", ["target_name"] = "unknown", ["data"] = new JsonObject() }, hasReply: false);

        Assert.Equal("(busy) comm_close (idle)", answer.Order);
        Assert.Equal("c1", answer.Of("comm_close").Single()["comm_id"]);
        Assert.Equal("(busy) (idle)", _kernel.Ask("comm_msg", new JsonObject { ["comm_id"] = "c1", ["data"] = new JsonObject() }, hasReply: false).Order);
        Assert.Equal("(busy) (idle)", _kernel.Ask("comm_close", new JsonObject { ["comm_id"] = "c1", ["data"] = new JsonObject() }, hasReply: false).Order);
    }

    [Fact]
    public void Input_is_asked_of_the_client_that_runs_the_cell()
    {
        var id = _kernel.SendCell("Console.Write(\"Name: \"); var name = Console.ReadLine(); $\"Hello, {name}\"", new JsonObject { ["allow_stdin"] = true });

        var question = _kernel.Question();
        _kernel.Reply("Ada");

        Assert.Equal("input_request", question.Type);
        Assert.False(question.Content["password"]!.GetValue<bool>());
        var answer = _kernel.Await(id);
        Assert.Equal("\"Hello, Ada\"", answer.Value);
        Assert.Equal("Name: ", answer.Text);
    }

    [Fact]
    public void Without_anybody_to_answer_asking_for_input_is_an_error_at_once()
    {
        var answer = _kernel.Run("Console.ReadLine()", new JsonObject { ["allow_stdin"] = false });

        Assert.Equal("error", answer.Status);
        Assert.Contains("without anybody to answer", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_waits_for_input_can_be_interrupted()
    {
        var id = _kernel.SendCell("Console.ReadLine()", new JsonObject { ["allow_stdin"] = true });
        _kernel.Question();

        _kernel.Interrupt();

        Assert.Equal("error", _kernel.Await(id).Status);
        Assert.Equal("2", _kernel.Run("1 + 1").Value);
    }

    [Fact]
    public void The_history_has_the_cells_of_this_session()
    {
        var number = _kernel.Run("\"first of history\"").Reply!.Content["execution_count"]!.GetValue<int>();
        _kernel.Given("\"second of history\"", "\"second of history\"");
        _kernel.Run("\"not stored\"", new JsonObject { ["store_history"] = false });

        Assert.Equal(["\"second of history\"", "\"second of history\""], Inputs(new JsonObject { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal(["\"first of history\""], Inputs(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "*first of*", ["n"] = 5 }));
        Assert.Equal(["\"second of history\""], Inputs(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "\"second*", ["n"] = 5, ["unique"] = true }));
        Assert.Equal(
            ["\"first of history\"", "\"second of history\""],
            Inputs(new JsonObject { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = number, ["stop"] = number + 2 }));
        var withOutput = History(new JsonObject { ["hist_access_type"] = "tail", ["n"] = 1, ["output"] = true })[0]!.AsArray();
        Assert.Equal("\"second of history\"", withOutput[2]!.AsArray()[0]!.ToString());
        Assert.Equal("\"second of history\"", withOutput[2]!.AsArray()[1]!.ToString());
    }

    [Theory]
    [InlineData("complete_request")]
    [InlineData("inspect_request")]
    [InlineData("is_complete_request")]
    [InlineData("history_request", "nonsense")]
    public void A_request_that_lacks_something_is_an_error_that_says_what(string type, string? access = null)
    {
        var answer = _kernel.Ask(type, access is null ? [] : new JsonObject { ["hist_access_type"] = access });

        Assert.Equal("error", answer.Status);
        Assert.StartsWith($"{type} expects ", answer.Reply!["evalue"], StringComparison.Ordinal);
    }

    private JsonArray History(JsonObject content)
    {
        content["raw"] = true;
        content["output"] ??= false;
        return _kernel.Ask("history_request", content).Reply!.Content["history"]!.AsArray();
    }

    private IEnumerable<string> Inputs(JsonObject content) => History(content).Select(entry => entry![2]!.ToString());
}
