using IpytestNet.Execution;
using IpytestNet.Kernel.Display;
using IpytestNet.Kernel.Execution;
using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class RunScreenSpecs
{
    [Fact]
    public void Plain_lines_say_which_cell_runs_and_what_it_puts_out()
    {
        using var call = new ToolCall();

        Show(call, isTerminal: false);

        ApprovedText.Verify(call.Out);
        Assert.Equal("warning\n", call.Error);
    }

    [Fact]
    public void On_a_terminal_a_status_line_gives_way_to_every_output()
    {
        using var call = new ToolCall();

        Show(call, isTerminal: true);

        ApprovedText.Verify(call.Out.Replace("\e", "␛", StringComparison.Ordinal).Replace("\r", "␍\n", StringComparison.Ordinal));
    }

    [Fact]
    public void On_a_terminal_a_silent_cell_leaves_no_trace()
    {
        using var call = new ToolCall();
        using var screen = new RunScreen(call.Console(isTerminal: true), new Palette(IsColored: false));

        screen.BeginCell("In[1]", "int x = 1;", "a.ipynb  cell 1 of 1");
        screen.EndCell();

        Assert.DoesNotContain("In[1]", call.Out);
        Assert.EndsWith("\e[2K", call.Out);
    }

    [Fact]
    public void On_a_terminal_the_status_names_the_test_that_runs_and_its_number()
    {
        using var call = new ToolCall();
        using var screen = new RunScreen(call.Console(isTerminal: true) with { Time = new StoppedClock() }, new Palette(IsColored: false));
        var progress = new RunProgress(screen);
        TestCase[] tests = [Test("TestAdd"), Test("TestSub")];

        screen.BeginCell("In[1]", "Ipytest.Run();", "a.ipynb  cell 1 of 1");
        progress.Handle(new RunMessage.Collected(tests, 0));
        progress.Handle(new RunMessage.TestStarted(tests[0]));
        progress.Handle(new RunMessage.TestStarted(tests[1]));
        screen.Show(new CellOutput.Stream("stdout", "a line\n"));
        progress.Handle(new RunMessage.Finished(ExitCode.Ok, TimeSpan.Zero));
        screen.Show(new CellOutput.Stream("stdout", "another\n"));

        Assert.Contains("a.ipynb  cell 1 of 1  TestSub 2/2  0s", call.Out, StringComparison.Ordinal);
        Assert.EndsWith("a.ipynb  cell 1 of 1  0s\r", call.Out, StringComparison.Ordinal);
    }

    private static TestCase Test(string name) => new() { NodeId = $"a.ipynb::{name}", Module = "a.ipynb", Name = name, DisplayName = name };

    private static void Show(ToolCall call, bool isTerminal)
    {
        using var screen = new RunScreen(call.Console(isTerminal) with { Time = new StoppedClock() }, new Palette(IsColored: false));
        screen.BeginNotebook("examples/Some.ipynb");
        Cell(screen, "In[1]", "using System;");
        Cell(
            screen,
            "In[2]",
            "\n  %%ipytest -q\n[Fact] void Adds() { }",
            new CellOutput.Stream("stdout", ".."),
            new CellOutput.Stream("stdout", ".  [100%]\n"),
            new CellOutput.Stream("stderr", "warning\n"));
        Cell(
            screen,
            "In[3]",
            "var aLongName = \"a first line that does not fit into eighty columns is cut\"; aLongName",
            new CellOutput.Displayed(MimeBundle.Of("shown", "<b>shown</b>")),
            new CellOutput.Result(MimeBundle.Of("42"), 3));
        Cell(screen, "In[4]", "table", new CellOutput.Result(MimeBundle.Of("a b\n1 2"), 4));

        screen.BeginCell("In[5]", "1 / zero", "Some.ipynb  cell 5 of 5");
        screen.Show(new CellOutput.Stream("stdout", "no line end"));
        screen.ShowFailure(
            "In[5] of Some.ipynb: the cell failed",
            new CellError("DivideByZeroException", "Attempted to divide by zero.", ["DivideByZeroException: Attempted to divide by zero.", "   at In[5]:line 1"]),
            isExpected: false);
        screen.EndCell();
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private static void Cell(RunScreen screen, string place, string source, params CellOutput[] outputs)
    {
        screen.BeginCell(place, source, $"Some.ipynb  cell {place[3]} of 5");
        foreach (var output in outputs)
            screen.Show(output);
        screen.EndCell();
    }
}
