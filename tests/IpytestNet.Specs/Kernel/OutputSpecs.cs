using System.Diagnostics;
using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>What a cell puts out arrives in order, whole, and as it happens.</summary>
public sealed class OutputSpecs
{
    [Fact]
    public void All_kinds_of_output_keep_their_order()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(
            """
            Console.Write("a"); Console.Error.Write("b"); Display("c"); DisplayHtml("<i>d</i>"); Console.Out.Write("e"); Display(6);
            "g"
            """);

        Assert.Equal(
            ["stdout a", "stderr b", "display c", "html <i>d</i>", "stdout e", "display 6", "result \"g\""],
            seen.Outputs.Select(Told));
    }

    [Fact]
    public async Task Output_arrives_while_the_cell_runs()
    {
        using var notebook = new Notebook();
        using var arrived = new SemaphoreSlim(0);
        var running = Task.Run(
            () => notebook.Run(
                "Console.WriteLine(\"first\"); Thread.Sleep(-1);",
                _ => arrived.Release()),
            TestContext.Current.CancellationToken);

        Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.False(running.IsCompleted);
        notebook.Interrupt();
        Assert.IsType<CellResult.Interrupted>(await running);
    }

    [Fact]
    public void Ten_megabytes_come_through()
    {
        using var notebook = new LiveNotebook().Given("1");
        var start = Stopwatch.GetTimestamp();

        var seen = notebook.Run("for (var i = 0; i < 100_000; i++) Console.WriteLine(new string('x', 99));");

        Assert.Equal(10_000_000, seen.Text.Length);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), $"It took {Stopwatch.GetElapsedTime(start)}.");
    }

    [Theory]
    [InlineData("Console.Write('c');", "c")]
    [InlineData("Console.Write(1);", "1")]
    [InlineData("Console.Write(1.5m);", "1.5")]
    [InlineData("Console.Write(true);", "True")]
    [InlineData("Console.Write((object)null);", "")]
    [InlineData("Console.Write((string)null);", "")]
    [InlineData("Console.Write(\"a{0}{1}{2}{3}\", 1, 2, 3, 4);", "a1234")]
    [InlineData("Console.Write(new[] { 'x', 'y' });", "xy")]
    [InlineData("Console.Write(new[] { 'x', 'y', 'z' }, 1, 1);", "y")]
    [InlineData("Console.Out.Write(\"span\".AsSpan());", "span")]
    [InlineData("Console.Out.Write(new StringBuilder(\"built\"));", "built")]
    [InlineData("Console.WriteLine();", "\n")]
    [InlineData("Console.WriteLine('c');", "c\n")]
    [InlineData("Console.WriteLine(7);", "7\n")]
    [InlineData("Console.WriteLine(new[] { 'x', 'y' });", "xy\n")]
    [InlineData("Console.WriteLine((string)null);", "\n")]
    [InlineData("Console.WriteLine(\"{0}\", 1);", "1\n")]
    [InlineData("Console.WriteLine(new object[0]);", "System.Object[]\n")]
    [InlineData("await Console.Out.WriteLineAsync(\"async\"); await Console.Out.FlushAsync();", "async\n")]
    [InlineData("Console.Out.NewLine = \"!\"; Console.WriteLine(3); Console.Out.NewLine = \"\\n\";", "3!")]
    [InlineData("using (var s = Console.Out) { } Console.Write(\"still\");", "still")]
    [InlineData("Console.Write(\"日本 ✓ 😀 é\");", "日本 ✓ 😀 é")]
    [InlineData("Console.Write(\"a\\0b\\tc\\rd\");", "a\0b\tc\rd")]
    [InlineData("Trace(); void Trace() => Console.Write($\"{1,3}|\");", "  1|")]
    public void Every_way_to_write_is_heard(string code, string expected)
    {
        using var notebook = new LiveNotebook();

        Assert.Equal(expected, notebook.Run(code).Text);
    }

    [Fact]
    public void Tasks_and_threads_write_into_the_cell_that_started_them()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(
            """
            await Task.Run(() => Console.Write("task "));
            var thread = new Thread(() => Console.Write("thread ")); thread.Start(); thread.Join();
            Parallel.For(0, 3, _ => Console.Write("p"));
            await Task.Delay(1).ContinueWith(_ => Display("shown"));
            """);

        Assert.Equal("task thread ppp", seen.Text);
        Assert.Contains(seen.Outputs, output => Told(output) == "display shown");
    }

    [Fact]
    public void Lines_of_several_threads_are_not_torn()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("Parallel.For(0, 2000, i => Console.WriteLine(\"one line\"));");

        Assert.All(seen.Text.TrimEnd('\n').Split('\n'), line => Assert.Equal("one line", line));
    }

    [Fact]
    public void Output_that_comes_after_its_cell_comes_with_the_next()
    {
        using var notebook = new LiveNotebook();
        notebook.Run("var open = new TaskCompletionSource(); var late = open.Task.ContinueWith(_ => Console.Write(\"late\"), TaskScheduler.Default);");

        var seen = notebook.Run("open.SetResult(); await late;");

        Assert.Equal("late", seen.Text);
    }

    [Fact]
    public void A_redirected_console_is_back_in_the_next_cell()
    {
        using var notebook = new LiveNotebook().Given("var writer = new StringWriter(); Console.SetOut(writer); Console.SetError(writer); Console.Write(\"hidden\");");

        var seen = notebook.Run("Console.Write(\"shown\"); Console.Error.Write(\"too\"); writer.ToString()");

        Assert.Equal(("shown", "too", "\"hidden\""), (seen.Text, seen.ErrorText, seen.Value));
    }

    [Fact]
    public void Nothing_of_a_cell_is_written_to_the_console_of_the_process()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("Console.Write(\"mine\");");

        Assert.Equal("mine", seen.Text);
        Assert.Equal("", notebook.Run("").Text);
    }

    [Theory]
    [InlineData("Console.ReadLine()")]
    [InlineData("Console.Read()")]
    [InlineData("Console.In.ReadToEnd()")]
    [InlineData("await Console.In.ReadLineAsync()")]
    public void Asking_for_input_is_an_error_that_says_what_to_do(string code)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(code);

        Assert.Contains("without anybody to answer", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("Console.SetIn(new StringReader(", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_that_the_cell_provides_is_read()
    {
        using var notebook = new LiveNotebook();

        Assert.Equal("\"typed\"", notebook.Run("Console.SetIn(new StringReader(\"typed\")); Console.ReadLine()").Value);
        Assert.NotNull(notebook.Run("Console.ReadLine()").Error);
    }

    private static string Told(CellOutput output) => output switch
    {
        CellOutput.Stream stream => $"{stream.Name} {stream.Text}",
        CellOutput.Displayed { Data: var data } => data.Formats.TryGetValue("text/html", out var html) ? $"html {html}" : $"display {data.PlainText}",
        CellOutput.Result result => $"result {result.Data.PlainText}",
        _ => output.ToString(),
    };
}
