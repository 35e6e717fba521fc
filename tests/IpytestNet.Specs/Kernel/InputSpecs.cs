using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Kernel;

public sealed class InputSpecs
{
    [Theory]
    [InlineData("Console.ReadLine()", "\"first\"")]
    [InlineData("Console.In.ReadLine() + Console.ReadLine()", "\"firstsecond\"")]
    [InlineData("(char)Console.Read()", "'f'")]
    [InlineData("(char)Console.In.Peek()", "'f'")]
    [InlineData("$\"{(char)Console.Read()}|{Console.ReadLine()}|{Console.ReadLine()}\"", "\"f|irst|second\"")]
    [InlineData("Console.In.ReadToEnd()", "\"first\\nsecond\\n\"")]
    public void Code_that_asks_for_input_gets_what_the_person_answers(string code, string value)
    {
        Assert.Equal(value, Value(code, "first", "second"));
    }

    [Fact]
    public void At_the_end_of_the_input_there_is_no_line() =>
        Assert.Equal("(\"only\", null, -1)", Value("(Console.ReadLine(), Console.ReadLine(), Console.Read())", "only"));

    [Fact]
    public void An_interrupt_ends_the_wait_for_an_answer()
    {
        using var notebook = new Notebook();

        var result = notebook.Run("Console.ReadLine()", settings: new CellSettings { ReadLine = Wait });

        Assert.IsType<CellResult.Interrupted>(result);

        string? Wait(string prompt, CancellationToken interruption)
        {
            notebook.Interrupt();
            interruption.WaitHandle.WaitOne();
            throw new OperationCanceledException(interruption);
        }
    }

    private static string? Value(string code, params string[] answers)
    {
        var left = new Queue<string>(answers);
        var outputs = new List<CellOutput>();
        using var notebook = new Notebook();

        notebook.Run(code, outputs.Add, new CellSettings { ReadLine = (_, _) => left.TryDequeue(out var answer) ? answer : null });

        return Assert.Single(outputs.OfType<CellOutput.Result>()).Data.PlainText;
    }
}
