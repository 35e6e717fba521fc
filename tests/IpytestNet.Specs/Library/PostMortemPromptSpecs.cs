using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class PostMortemPromptSpecs
{
    private const string Cell =
        "%%ipytest --pdb\nint[] numbers = [3, 1, 2];\nvoid TestFirst() { throw new InvalidOperationException(\"odd\"); }\nvoid TestSecond() => Assert(numbers.Length == 4);\nvoid TestThird() { }";

    [Fact]
    public void At_the_first_failure_C_sharp_is_evaluated_in_the_scope_of_the_notebook()
    {
        var (text, asked) = Run("numbers.Sum()", "var twice = numbers.Length * 2;", "twice + 1", "exception!.Message", "failure.Place", "nothing", "int.Parse(\"x\")", "", "c");

        Assert.Contains("(ipytest) numbers.Sum()\n6\n", text, StringComparison.Ordinal);
        Assert.Contains("(ipytest) twice + 1\n7\n", text, StringComparison.Ordinal);
        Assert.Contains("(ipytest) exception!.Message\n\"odd\"\n", text, StringComparison.Ordinal);
        Assert.Contains("(ipytest) failure.Place\n\"In[2]:3\"\n", text, StringComparison.Ordinal);
        Assert.Contains("The name 'nothing' does not exist", text, StringComparison.Ordinal);
        Assert.Contains("System.FormatException: The input string 'x'", text, StringComparison.Ordinal);
        Assert.Contains("2 failed, 1 passed", text, StringComparison.Ordinal);
        Assert.All(asked, prompt => Assert.Equal("(ipytest) ", prompt));
    }

    [Fact]
    public void Quitting_ends_the_run()
    {
        var (text, _) = Run("q");

        Assert.Contains("Quitting debugger", text, StringComparison.Ordinal);
        Assert.Contains("1 failed in", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_the_input_goes_on_with_the_run() => Assert.Contains("2 failed, 1 passed", Run().Text, StringComparison.Ordinal);

    private static (string Text, IReadOnlyList<string> Asked) Run(params string[] answers)
    {
        var left = new Queue<string>(answers);
        var asked = new List<string>();
        var outputs = new List<CellOutput>();
        using var notebook = new Notebook();
        notebook.Run("Ipytest.Config(addopts: [\"-q\", \"--color=no\"])");

        notebook.Run(Cell, outputs.Add, new CellSettings { ReadLine = Answer });

        return (string.Concat(outputs.OfType<CellOutput.Stream>().Select(output => output.Text)), asked);

        string? Answer(string prompt, CancellationToken interruption)
        {
            asked.Add(prompt);
            return left.TryDequeue(out var answer) ? answer : null;
        }
    }
}
