using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Kernel;

public sealed class LiveReportSpecs
{
    [Theory]
    [InlineData("-q", '.')]
    [InlineData("-v", 'P')]
    public void The_report_grows_while_tests_run(string arguments, char ofTest)
    {
        // Each test waits until what the one before has left is seen.
        using var notebook = new Notebook(new NotebookOptions { Name = "Notebook.ipynb" });
        notebook.Run("public static class Seen { public static System.Threading.SemaphoreSlim Next = new(1); }");
        notebook.Run(string.Join('\n', Enumerable.Range(0, 5).Select(number => $"void Test{number}() => Assert(Seen.Next.Wait(10_000));")));
        var release = notebook.Run("(Action)(() => Seen.Next.Release())");
        var next = (Action)((CellResult.Succeeded)release).Value!;
        var outputs = new List<string>();

        var result = notebook.Run($"Ipytest.Run(\"{arguments} --color=no\")", output =>
        {
            if (output is not CellOutput.Stream { Text: var text })
                return;
            outputs.Add(text);
            if (text.Contains(ofTest, StringComparison.Ordinal) && text.Length < 20)
                next();
        });

        Assert.Equal(ExitCode.Ok, ((CellResult.Succeeded)result).Value);
        Assert.True(outputs.Count > 5, string.Join('|', outputs));
    }
}
