using System.Text.Json.Nodes;
using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class ExecuteSpecs(SharedKernel shared) : IClassFixture<SharedKernel>
{
    private readonly LiveKernel _kernel = shared.Live;

    [Fact]
    public void The_messages_of_a_cell_come_in_order_and_belong_to_it()
    {
        var answer = _kernel.Run("Console.WriteLine(\"said\"); Display(1); 1 + 1");

        Assert.Equal("(busy) execute_input stream display_data execute_result (idle)", answer.Order);
        Assert.Equal("ok", answer.Status);
        Assert.Equal("2", answer.Value);
        Assert.Equal("said\n", answer.Text);
        Assert.Empty(answer.Reply!.Content["payload"]!.AsArray());
        Assert.Empty(answer.Reply.Content["user_expressions"]!.AsObject());
    }

    [Fact]
    public void A_cell_gets_the_next_number_everywhere()
    {
        var before = Number(_kernel.Run("0").Reply);

        var answer = _kernel.Run("1");

        Assert.Equal(before + 1, Number(answer.Reply));
        Assert.Equal(before + 1, Number(answer.Of("execute_input").Single()));
        Assert.Equal(before + 1, Number(answer.Of("execute_result").Single()));
    }

    [Fact]
    public void A_silent_cell_runs_without_a_trace()
    {
        var before = Number(_kernel.Run("var silent = 0;").Reply);

        var answer = _kernel.Run("silent = 5; silent", new JsonObject { ["silent"] = true });

        Assert.Equal("(busy) (idle)", answer.Order);
        Assert.Equal("ok", answer.Status);
        Assert.Equal(before, Number(answer.Reply));
        var next = _kernel.Run("silent");
        Assert.Equal("5", next.Value);
        Assert.Equal(before + 1, Number(next.Reply));
    }

    [Fact]
    public void A_cell_that_is_not_stored_shows_its_output_and_takes_no_number()
    {
        var before = Number(_kernel.Run("0").Reply);

        var answer = _kernel.Run("40 + 2", new JsonObject { ["store_history"] = false });

        Assert.Equal("42", answer.Value);
        Assert.Equal(before, Number(answer.Reply));
        Assert.Equal(before + 1, Number(_kernel.Run("0").Reply));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void An_empty_cell_takes_no_number(string code)
    {
        var before = Number(_kernel.Run("0").Reply);

        var answer = _kernel.Run(code);

        Assert.Equal("ok", answer.Status);
        Assert.Equal(before, Number(answer.Reply));
    }

    [Fact]
    public void User_expressions_are_evaluated_behind_the_cell_each_on_its_own()
    {
        var answer = _kernel.Run("var basis = 20;", new JsonObject
        {
            ["user_expressions"] = new JsonObject { ["good"] = "basis + 1", ["bad"] = "basis.Nothing", ["thrown"] = "int.Parse(\"x\")" },
        });

        var expressions = answer.Reply!.Content["user_expressions"]!;
        Assert.Equal("21", expressions["good"]!["data"]!["text/plain"]!.ToString());
        Assert.Equal("ok", expressions["good"]!["status"]!.ToString());
        Assert.Equal("CompilationError", expressions["bad"]!["ename"]!.ToString());
        Assert.Equal("FormatException", expressions["thrown"]!["ename"]!.ToString());
    }

    [Fact]
    public void An_exception_is_shown_with_the_place_in_the_cell()
    {
        var answer = _kernel.Run("int Half(int n)\n{\n    return n % 2 == 0 ? n / 2 : throw new ArgumentException($\"{n} is odd\");\n}\nHalf(3)");

        Assert.Equal("(busy) execute_input error (idle)", answer.Order);
        var number = Number(answer.Reply);
        Assert.Equal(
            $"""
            System.ArgumentException: 3 is odd
            In[{number}]
                  1 int Half(int n)
                  2 {"{"}
            ----> 3     return n % 2 == 0 ? n / 2 : throw new ArgumentException($"{"{"}n{"}"} is odd");
                  4 {"}"}
                  5 Half(3)
               at Half in In[{number}]:line 3
               at <cell> in In[{number}]:line 5
            """,
            answer.Error);
        var error = answer.Of("error").Single();
        Assert.Equal(("ArgumentException", "3 is odd"), (error["ename"], error["evalue"]));
        Assert.Equal("error", answer.Status);
        Assert.Equal(error.Content["traceback"]!.ToJsonString(), answer.Reply!.Content["traceback"]!.ToJsonString());
        Assert.Contains("\u001b[31m", error.Content["traceback"]!.AsArray()[0]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_does_not_compile_is_an_error_that_shows_the_place()
    {
        var answer = _kernel.Run("int x = \"text\";");

        Assert.Equal("CompilationError", answer.Reply!["ename"]);
        Assert.Contains("CS0029", answer.Error, StringComparison.Ordinal);
        Assert.EndsWith("int x = \"text\";\n            ^", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_failure_the_cells_that_wait_are_aborted_and_those_that_come_later_run()
    {
        var sent = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string[] ids =
        [
            _kernel.SendCell($"while (!File.Exists(@\"{sent}\")) Thread.Sleep(10); Thread.Sleep(1000); throw new Exception(\"first\");"),
            _kernel.SendCell("var never = 1;"),
            _kernel.Send("kernel_info_request"),
            _kernel.SendCell("never++;"),
        ];
        File.WriteAllText(sent, "");

        var answers = ids.Select(id => _kernel.Await(id)).ToList();

        Assert.Equal(["error", "aborted", "ok", "aborted"], answers.Select(answer => answer.Status));
        Assert.Equal("(busy) (idle)", answers[1].Order);
        Assert.Equal("(busy) (idle)", answers[3].Order);
        Assert.Equal("ok", _kernel.Run("1").Status);
        File.Delete(sent);
    }

    [Fact]
    public void With_stop_on_error_false_the_cells_that_wait_run()
    {
        var first = _kernel.SendCell("System.Threading.Thread.Sleep(300); throw new Exception(\"first\");", new JsonObject { ["stop_on_error"] = false });
        var second = _kernel.SendCell("\"ran\"");

        Assert.Equal("error", _kernel.Await(first).Status);
        Assert.Equal("\"ran\"", _kernel.Await(second).Value);
    }

    [Fact]
    public void Two_hundred_queued_cells_are_answered_in_their_order()
    {
        _kernel.Given("var order = new List<int>();");
        var ids = Enumerable.Range(0, 200).Select(i => _kernel.SendCell($"order.Add({i}); order.Count")).ToList();

        var replies = _kernel.Replies(200);

        Assert.Equal(ids, replies.Select(reply => reply.Json["parent"]!["msg_id"]!.ToString()));
        Assert.All(replies, reply => Assert.Equal("ok", reply["status"]));
        Assert.Equal("true", _kernel.Run("order.SequenceEqual(Enumerable.Range(0, 200))").Value);
    }

    [Fact]
    public void A_request_without_code_is_answered_with_what_it_lacks()
    {
        var answer = _kernel.Ask("execute_request", new JsonObject { ["silent"] = false });

        Assert.Equal("error", answer.Status);
        Assert.Equal("execute_request expects a string as code, but got none", answer.Reply!["evalue"]);
    }

    [Fact]
    public void A_request_that_is_not_known_leaves_the_kernel_as_it_is()
    {
        var answer = _kernel.Ask("no_such_request", hasReply: false);

        Assert.Equal("(busy) (idle)", answer.Order);
        Assert.Equal("2", _kernel.Run("1 + 1").Value);
    }

    [Fact]
    public void Environment_Exit_ends_the_cell_and_not_the_kernel()
    {
        var answer = _kernel.Run("var kept = 7; Environment.Exit(3); kept = 8;");

        Assert.Equal("error", answer.Status);
        Assert.Equal("7", _kernel.Run("kept").Value);
    }

    private static int Number(Message? message) => message!.Content["execution_count"]!.GetValue<int>();
}
