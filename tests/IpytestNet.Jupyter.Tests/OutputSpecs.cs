using System.Text.Json.Nodes;
using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class OutputSpecs(SharedKernel shared) : IClassFixture<SharedKernel>
{
    private readonly LiveKernel _kernel = shared.Live;

    [Fact]
    public void Output_and_errors_keep_their_order()
    {
        var answer = _kernel.Run("for (var i = 0; i < 50; i++) { Console.Write($\"o{i} \"); Console.Error.Write($\"e{i} \"); }");

        var expected = string.Concat(Enumerable.Range(0, 50).Select(i => $"stdout:o{i} stderr:e{i} "));
        Assert.Equal(expected, string.Concat(answer.Of("stream").Select(message => $"{message["name"]}:{message["text"]}")));
    }

    [Fact]
    public void Many_small_writes_make_few_messages()
    {
        var answer = _kernel.Run("for (var i = 0; i < 100_000; i++) Console.WriteLine(i);");

        Assert.Equal(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}\n")), answer.Text);
        Assert.InRange(answer.Of("stream").Count(), 1, 1000);
    }

    [Fact]
    public void Ten_megabytes_arrive_whole()
    {
        var answer = _kernel.Run("var line = new string('x', 1023); for (var i = 0; i < 10 * 1024; i++) Console.WriteLine(line);");

        Assert.Equal(10 * 1024 * 1024, answer.Text.Length);
    }

    [Fact]
    public void Output_comes_while_the_cell_still_runs()
    {
        var id = _kernel.SendCell("Console.WriteLine(\"early\"); while (!File.Exists(\"go\")) Thread.Sleep(10); Console.WriteLine(\"late\");");
        var early = _kernel.WaitForOutput("early");
        File.WriteAllText(Path.Combine(_kernel.Folder, "go"), "");

        Assert.Equal("early\n", early);
        Assert.Equal("late\n", _kernel.Await(id).Text);
    }

    [Theory]
    [InlineData("Console.Write(\"grün 🎉\\t\\u001b[1mbold\\u001b[0m\")", "grün 🎉\tbold")]
    [InlineData("Console.Write(\"\\ud83d\"); Console.Write(\"\\ude00\")", "😀")]
    [InlineData("Console.Write(\"half \\ud83d\")", "half \ufffd")]
    [InlineData("Console.Write(\"zero \\0 end\")", "zero \0 end")]
    public void Any_text_arrives(string code, string text) => Assert.Equal(text, _kernel.Run(code).Text);

    [Theory]
    [InlineData("\"half \\ud83d\"")]
    [InlineData("double.NaN")]
    [InlineData("new Dictionary<string, object?> { [\"\\ude00\"] = null }")]
    public void Any_value_is_shown(string code) => Assert.Equal("ok", _kernel.Run(code).Status);

    [Fact]
    public void A_value_is_shown_in_its_formats()
    {
        var data = _kernel.Run("new[] { new { Name = \"tea\", Count = 2 } }").Of("execute_result").Single().Content["data"]!;

        Assert.Contains("tea", data["text/plain"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("<table", data["text/html"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_displayed_under_a_name_can_be_updated_by_a_later_cell()
    {
        var shown = _kernel.Run("Display(1, \"bar\");").Of("display_data").Single();

        var update = _kernel.Run("UpdateDisplay(2, \"bar\");").Of("update_display_data").Single();

        Assert.Equal("bar", shown.Content["transient"]!["display_id"]!.ToString());
        Assert.Equal("bar", update.Content["transient"]!["display_id"]!.ToString());
        Assert.Equal("2", update.Content["data"]!["text/plain"]!.ToString());
        Assert.Null(_kernel.Run("Display(1);").Of("display_data").Single().Content["transient"]);
    }

    [Theory]
    [InlineData("ClearOutput();", false)]
    [InlineData("ClearOutput(wait: true);", true)]
    public void Output_can_be_cleared(string code, bool waits)
    {
        var answer = _kernel.Run($"Console.WriteLine(\"old\"); {code} Console.WriteLine(\"new\");");

        Assert.Equal("(busy) execute_input stream clear_output stream (idle)", answer.Order);
        Assert.Equal(waits, answer.Of("clear_output").Single().Content["wait"]!.GetValue<bool>());
    }

    [Fact]
    public void What_a_thread_of_a_cell_writes_later_still_belongs_to_the_cell()
    {
        var first = _kernel.SendCell("new Thread(() => { while (!File.Exists(\"write\")) Thread.Sleep(10); Console.WriteLine(\"from the first cell\"); }).Start();");
        _kernel.Await(first);
        _kernel.Run("File.WriteAllText(\"write\", \"\");");

        var late = Enumerable.Range(0, 50).SelectMany(_ => _kernel.Published(0.1)).First(message => message.Type is "stream");

        Assert.Equal("from the first cell\n", late["text"]);
        Assert.Equal(first, late.Json["parent"]!["msg_id"]!.ToString());
    }

    [Fact]
    public void The_results_of_tests_come_in_colours_and_while_they_run()
    {
        var answer = _kernel.Run("%%ipytest -v\n[Fact] void Adds() => Assert(1 + 1 == 2);\n[Fact] void Fails() => Assert(1 + 1 == 3);");

        Assert.Equal("ok", answer.Status);
        Assert.Contains("1 failed, 1 passed", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\u001b[32m", string.Concat(answer.Of("stream").Select(message => message["text"])), StringComparison.Ordinal);
    }

    [Fact]
    public void The_results_of_tests_can_be_a_table()
    {
        var answer = _kernel.Run("%%ipytest --display=html\n[Fact] void Adds() => Assert(1 + 1 == 2);");

        var data = answer.Of("display_data").Last().Content["data"]!;
        Assert.Contains("Adds", data["text/html"]!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(data["text/plain"]);
    }

    [Fact]
    public void Tests_that_fail_are_an_error_of_the_cell_if_that_is_asked_for()
    {
        var answer = _kernel.Run("%%ipytest\n// ipytest: raiseOnError: true\n[Fact] void Fails() => Assert(1 + 1 == 3);");

        Assert.Equal("IpytestException", answer.Reply!["ename"]);
        Assert.Equal("error", answer.Status);
    }

    [Fact]
    public void A_closed_or_replaced_console_is_that_of_the_next_cell_again()
    {
        var folder = _kernel.Run("Environment.CurrentDirectory").Value;

        _kernel.Given(
            "Console.Out.Close(); Console.OpenStandardOutput().Close(); Console.SetOut(TextWriter.Null); System.Globalization.CultureInfo.CurrentCulture = new(\"de-DE\");");

        Assert.Equal("still here\n", _kernel.Run("Console.WriteLine(\"still here\");").Text);
        Assert.Equal(folder, _kernel.Run("Environment.CurrentDirectory").Value);
    }

    [Fact]
    public void Nothing_but_known_messages_is_published()
    {
        string[] known = ["status", "execute_input", "stream", "display_data", "execute_result"];

        var answer = _kernel.Run("%%ipytest\n[Fact] void Adds() { Console.WriteLine(1); Display(2); }");

        Assert.All(answer.Published, message => Assert.Contains(message.Type, known));
        Assert.All(answer.Published, message => Assert.IsType<JsonObject>(message.Json["metadata"]));
    }
}
