using System.Diagnostics;
using System.Xml.Linq;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Tool;

/// <summary>Notebooks in processes of their own.</summary>
public sealed class ProcessSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_notebook_that_ends_its_process_is_one_failed_notebook()
    {
        _folder.Write("a.cs", "// %%\n%%ipytest --cov\nint Twice(int x) => 2 * x;\n[Fact] void TestBefore() => Assert(Twice(1) == 2);\n// %%\nEnvironment.FailFast(\"the end\");");
        _folder.Write("b.cs", "// %%\n%%ipytest\n[Fact] void TestBehind() { }");

        var (code, output) = ToolProcess.Run(_folder.Root, "run", ".", "--junitxml=report.xml", "--cov", "--durations=1");

        Assert.Equal(1, code);
        Assert.Contains("FAILED    a.cs", output);
        Assert.Contains("In[2]: the process that ran the notebook ended in the middle of it", output);
        Assert.Contains("ok        b.cs", output);
        Assert.Contains("── slowest 1 cells", output);
        Assert.Contains("── slowest 1 notebooks", output);
        Assert.Matches(@"a\.cs\[1\] +2 +0 +100%", output);
        Assert.Equal(["TestBefore", "In[2] ProcessDied", "TestBehind"], Cases());
    }

    [Fact]
    public void Several_run_at_a_time_and_each_shows_its_output_in_one_piece()
    {
        foreach (var name in (string[])["a", "b", "c"])
            _folder.Write($"{name}.cs", $"// %%\nfor (var i = 0; i < 3; i++) {{ Console.WriteLine(\"{name} \" + i); Console.Error.WriteLine(\"{name} to stderr\"); Thread.Sleep(50); }}\n// %%\n%%ipytest\nvoid Test_{name}() => Assert(\"{name}\" != \"b\");");

        var (code, output) = ToolProcess.Run(_folder.Root, "run", ".", "-n", "2", "--junitxml=report.xml");

        Assert.Equal(1, code);
        foreach (var name in (string[])["a", "b", "c"])
            Assert.Matches($@"── {name}\.cs ─+\nIn\[1\][^\n]*\n{name} 0\n{name} 1\n{name} 2\nIn\[2\]", output);
        Assert.Equal(["Test_a", "Test_b Assertion failed: \"b\" != \"b\"", "Test_c"], Cases());
        Assert.Contains("1 failed, 2 ok", output);
    }

    [Fact]
    public void After_enough_failures_no_further_notebook_starts()
    {
        foreach (var name in (string[])["a", "b", "c"])
            _folder.Write($"{name}.cs", "// %%\n%%ipytest\nvoid TestFails() => Assert(1 == 2);");

        var (code, output) = ToolProcess.Run(_folder.Root, "run", ".", "--maxfail=2", "--random-order=7", "-q");

        Assert.Equal(1, code);
        Assert.Contains("2 failed, 1 not run", output);
    }

    [Fact]
    public void A_signal_stops_the_notebook_and_the_command()
    {
        _folder.Write("a.cs", "// %%\nConsole.WriteLine(\"it begins\");\nwhile (true) { }");
        _folder.Write("b.cs", "// %%\n%%ipytest\nvoid TestIt() { }");
        using var process = ToolProcess.Start(_folder.Root, "run", ".");
        var output = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            output.Add(line);
            if (line is "it begins")
                Process.Start("kill", ["-TERM", $"{process.Id}"])!.WaitForExit();
        }

        process.WaitForExit();
        Assert.Equal(2, process.ExitCode);
        Assert.Contains(output, line => line.StartsWith("STOPPED   a.cs", StringComparison.Ordinal));
        Assert.Contains("          not started", output);
    }

    private string[] Cases() =>
    [
        .. XDocument.Load(_folder.PathOf("report.xml")).Descendants("testcase").Select(test => string.Join(' ', [
            (string)test.Attribute("name")!,
            .. test.Elements("failure").Select(failure => ((string)failure.Attribute("message")!).Split('\n')[0]),
            .. test.Elements("error").Select(error => error.Value.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries)[1])])),
    ];
}
