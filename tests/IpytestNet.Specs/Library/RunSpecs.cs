using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class RunSpecs
{
    private const string Tests = """
        [Fact] void TestAdd() => Assert(1 + 1 == 2);
        [Fact] void TestSub() => Assert(3 - 1 == 1);
        [Theory, InlineData(1), InlineData(2), InlineData(3)] void TestRows(int n) { Console.WriteLine($"row {n}"); Assert(n != 2); }
        [Fact] async Task TestSlow() { await Task.Delay(20); }
        public class CalcTests { [Fact] public void Mul() => Xunit.Assert.Equal(6, 2 * 3); [Fact(Skip = "not yet")] public void Div() { } }
        """;

    [Fact]
    public void Run_gives_the_exit_code_and_the_notebook_keeps_it()
    {
        using var notebook = new LiveNotebook();

        Assert.Equal("null", notebook.Run("Ipytest.ExitCode").Value);
        Assert.Equal("ExitCode.NoTestsCollected", notebook.Run("Ipytest.Run()").Value);
        notebook.Given("void TestGood() { }");
        Assert.Equal("ExitCode.Ok", notebook.Run("Ipytest.Run()").Value);
        notebook.Given("void TestBad() => Assert(false);");
        Assert.Equal("ExitCode.TestsFailed", notebook.Run("Ipytest.Run()").Value);
        Assert.Equal("1 TestsFailed", notebook.Run("$\"{Ipytest.ExitCode:D} {Ipytest.ExitCode}\"").Value?.Trim('"'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"-k add -x\"", "-k add")]
    public void Tests_run_in_the_order_of_their_definition(string arguments, string? selection = null)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run($"Ipytest.Run({(arguments.Length > 0 ? arguments + ", " : "")}\"-v\");");

        Assert.Equal(
            selection is null
                ? "TestAdd PASSED, TestSub FAILED, TestRows(n: 1) PASSED, TestRows(n: 2) FAILED, TestRows(n: 3) PASSED, TestSlow PASSED, CalcTests::Mul PASSED, CalcTests::Div SKIPPED"
                : "TestAdd PASSED",
            seen.Results());
    }

    [Theory]
    [InlineData("\"-k 'add or sub' -v\"")]
    [InlineData("\"-k\", \"add or sub\", \"-v\"")]
    [InlineData("\"-v\", \"-k='add or sub'\"")]
    [InlineData("new[] { \"-v\", \"-k\", \"add or sub\" }")]
    [InlineData("\"-v\", \"{TestAdd}\", \"{TestSub}\"")]
    [InlineData("\"{MODULE}::TestAdd\", \"-v\", \"Notebook.ipynb::TestSub\"")]
    [InlineData("\"-v\", \"-k not(rows)\", \"--deselect {CalcTests}\", \"--deselect={TestSlow}\"")]
    public void Arguments_are_taken_as_words_or_as_a_command_line(string arguments)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run($"Ipytest.Run({arguments})");

        Assert.Equal("TestAdd PASSED, TestSub FAILED", seen.Results());
        Assert.Equal("ExitCode.TestsFailed", seen.Value);
    }

    [Theory]
    [InlineData("-v", "Notebook.ipynb::TestAdd PASSED  ")]
    [InlineData("-v", "============ 2 failed, 5 passed, 1 skipped in ")]
    [InlineData("-v", "Notebook.ipynb::CalcTests::Div SKIPPED (not yet)")]
    [InlineData("-q", ".F.F...s                                            ")]
    [InlineData("-q", "\n2 failed, 5 passed, 1 skipped in ")]
    [InlineData("-qq", "FAILED Notebook.ipynb::TestSub - ")]
    [InlineData("-x", "!!! stopping after 1 failures !!!")]
    [InlineData("-x", "1 failed, 1 passed in ")]
    [InlineData("--maxfail=2", "2 failed, 2 passed in ")]
    [InlineData("--collect-only", "Notebook.ipynb::TestRows(n: 2)\n")]
    [InlineData("--collect-only -v", "<Notebook Notebook.ipynb>\n  <Function TestAdd>")]
    [InlineData("--co -k nothing", "no tests collected (8 deselected) in ")]
    [InlineData("--tb=short", "In[1]:2: in TestSub\n")]
    [InlineData("--tb=line", "In[1]:2: ")]
    [InlineData("--tb=native", "   at ")]
    [InlineData("--tb=long", ">   [Fact] void TestSub() => Assert(3 - 1 == 1);\n")]
    [InlineData("-s", "row 1\n")]
    [InlineData("-k nothing", "\n8 deselected in ")]
    public void An_option_shows_in_the_report(string arguments, string expected)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run($"Ipytest.Run(\"{arguments}\");");

        Assert.Contains(expected, seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-qq", "[100%]")]
    [InlineData("-qq", "FAILURES")]
    [InlineData("--tb=no", "FAILURES")]
    [InlineData("--tb=line", ">   ")]
    [InlineData("-s", "Captured stdout")]
    [InlineData("-k rows", "row 1")]
    [InlineData("--collect-only", "[100%]")]
    public void An_option_leaves_something_out_of_the_report(string arguments, string unwanted)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run($"Ipytest.Run(\"{arguments}\");");

        Assert.NotEmpty(seen.Text);
        Assert.DoesNotContain(unwanted, seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-k nothing", ExitCode.NoTestsCollected)]
    [InlineData("--collect-only", ExitCode.Ok)]
    [InlineData("-k add", ExitCode.Ok)]
    [InlineData("-k sub", ExitCode.TestsFailed)]
    [InlineData("--foo", ExitCode.UsageError)]
    [InlineData("-k '('", ExitCode.UsageError)]
    [InlineData("--help", ExitCode.Ok)]
    [InlineData("--version", ExitCode.Ok)]
    public void The_exit_code_is_that_of_pytest(string arguments, ExitCode expected)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run($"Ipytest.Run(\"{arguments}\")");

        Assert.Equal(expected, seen.Run);
        Assert.Equal($"ExitCode.{expected}", seen.Value);
        Assert.Equal($"ExitCode.{expected}", notebook.Run("Ipytest.ExitCode").Value);
    }

    [Fact]
    public void An_unknown_option_is_told_on_standard_error_under_the_name_of_the_magic()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run("Ipytest.Run(\"--foo\");");

        Assert.Equal(
            "ERROR: usage: %%ipytest [options] [file_or_dir] [file_or_dir] [...]\n%%ipytest: error: unrecognized arguments: --foo\n",
            seen.ErrorText);
        Assert.Equal("", seen.Text);
    }

    [Fact]
    public void Help_lists_the_options_and_version_tells_the_version()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        Assert.Contains("  --maxfail=NUM ", notebook.Run("Ipytest.Run(\"--help\");").Text, StringComparison.Ordinal);
        Assert.Equal($"ipytest {Ipytest.Version}\n", notebook.Run("Ipytest.Run(\"--version\");").Text);
    }

    [Fact]
    public void Color_no_writes_not_one_escape_sequence()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        Assert.Contains('\x1b', Raw(notebook.Run("Ipytest.Run();")));
        Assert.DoesNotContain('\x1b', Raw(notebook.Run("Ipytest.Run(\"--color=no\", \"-vv\");")));
    }

    [Theory]
    [InlineData("60", 60)]
    [InlineData("120", 120)]
    public void DisplayColumns_is_the_width_of_the_report(string columns, int width)
    {
        using var notebook = new LiveNotebook().Given("void TestGood() { }");

        var seen = notebook.Run($"Ipytest.Run(\"-v\", displayColumns: {columns});");

        var bar = seen.Text.Split('\n').First(line => line.StartsWith("===", StringComparison.Ordinal));
        Assert.Equal(width, bar.Length);
    }

    [Fact]
    public void Addopts_stand_before_the_arguments_and_verbosity_replaces_theirs()
    {
        using var notebook = new LiveNotebook().Given(Tests, "Ipytest.Config(addopts: [\"-q\", \"-k\", \"add\", \"{TestAdd}\"]);");

        Assert.Contains("\n1 passed in", notebook.Run("Ipytest.Run();").Text, StringComparison.Ordinal);
        Assert.Equal("TestAdd PASSED", notebook.Run("Ipytest.Run(\"-v\");").Results());
        Assert.Equal("TestRows(n: 1) PASSED", notebook.Run("Ipytest.Run(\"-v\", \"-k 1\", addopts: [\"-x\"]);").Results());
    }

    [Theory]
    [InlineData("auto", "-v", "TestAdd PASSED, TestSub PASSED")]
    [InlineData("auto", "-v {TestSub}", "TestSub PASSED")]
    [InlineData("auto", "-v -k sub", "TestSub PASSED")]
    [InlineData("auto", "-v -ksub", "TestSub PASSED")]
    [InlineData("auto", "-v --deselect {TestSub}", "TestAdd PASSED")]
    [InlineData("true", "-v {TestSub}", "TestAdd PASSED, TestSub PASSED")]
    [InlineData("false", "-v {TestSub}", "TestSub PASSED")]
    [InlineData("false", "-v", "")]
    public void Defopts_says_whether_the_notebook_is_added(string defopts, string arguments, string results)
    {
        using var notebook = new LiveNotebook().Given("void TestAdd() { } void TestSub() { }");

        var seen = notebook.Run($"Ipytest.Run(\"{arguments}\", defopts: {(defopts is "auto" ? "\"auto\"" : defopts)});");

        Assert.Equal(results, seen.Results());
        Assert.Equal(results.Length > 0 ? ExitCode.Ok : ExitCode.NoTestsCollected, seen.Run);
    }

    [Fact]
    public void Defopts_false_without_a_target_says_what_to_do()
    {
        using var notebook = new LiveNotebook().Given("void TestAdd() { }");

        var seen = notebook.Run("Ipytest.Run(defopts: false);");

        Assert.Equal(ExitCode.NoTestsCollected, seen.Run);
        Assert.Contains("defopts", seen.Text + seen.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public void RaiseOnError_throws_after_the_report()
    {
        using var notebook = new LiveNotebook().Given("void TestBad() => Assert(false);");

        var seen = notebook.Run("Ipytest.Run(raiseOnError: true);");

        Assert.Contains("1 failed in", seen.Text, StringComparison.Ordinal);
        Assert.Equal(("IpytestException", "ipytest failed with exit_code 1"), (seen.Error?.Name, seen.Error?.Message));
        Assert.Equal("ExitCode.TestsFailed", notebook
            .Run("string Thrown() { try { Ipytest.Run(raiseOnError: true); return \"\"; } catch (IpytestException e) { return $\"ExitCode.{e.ExitCode}\"; } } Thrown()")
            .Value?.Trim('"'));
        Assert.Equal("ipytest failed with exit_code 5", notebook.Run("Ipytest.Run(\"-k nothing\", raiseOnError: true);").Error?.Message);
        Assert.Equal("ipytest failed with exit_code 4", notebook.Run("Ipytest.Run(\"--foo\", raiseOnError: true);").Error?.Message);
    }

    [Fact]
    public void RunAsync_can_be_awaited_in_a_cell()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run("await Ipytest.RunAsync(\"-v\", \"-k add\")");

        Assert.Equal("TestAdd PASSED", seen.Results());
        Assert.Equal("ExitCode.Ok", seen.Value);
    }

    [Fact]
    public void RunAsync_ends_when_its_token_is_cancelled()
    {
        using var notebook = new LiveNotebook().Given("void TestFirst() { } void TestWaits() => Thread.Sleep(60_000); void TestNever() { }");

        var seen = notebook.Run("""
            var source = new CancellationTokenSource(300);
            await Ipytest.RunAsync("-v", cancellationToken: source.Token)
            """);

        Assert.Equal("ExitCode.Interrupted", seen.Value);
        Assert.Contains("1 passed", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Interrupted while running Notebook.ipynb::TestWaits", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TestNever", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RunInThread_runs_and_reports_in_the_cell()
    {
        using var notebook = new LiveNotebook().Given(Tests, "int here = Environment.CurrentManagedThreadId, there = 0; void TestThread() => there = Environment.CurrentManagedThreadId;");

        Assert.Equal("ExitCode.Ok", notebook.Run("Ipytest.Run(\"-v\", \"{TestAdd}\", \"{TestThread}\", runInThread: true)").Value);
        Assert.Equal("true", notebook.Run("here != there && there != 0").Value, ignoreCase: true);
        Assert.Equal("IpytestException", notebook.Run("Ipytest.Run(runInThread: true, raiseOnError: true)").Error?.Name);
    }

    [Fact]
    public void A_type_of_the_notebook_can_be_the_module()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run("Ipytest.Run(\"-v\", module: typeof(CalcTests))");

        Assert.Contains("CalcTests::Mul PASSED", seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 passed, 1 skipped", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_notebook_itself_can_be_the_module()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        Assert.Equal("TestAdd PASSED", notebook.Run("Ipytest.Run(\"-v -k add\", module: Ipytest.Notebook);").Results());
    }

    [Fact]
    public void An_assembly_can_be_the_module_and_its_file_a_path()
    {
        using var notebook = new LiveNotebook();
        var path = typeof(SampleTests).Assembly.Location;

        var module = notebook.Run($"Ipytest.Run(\"-v\", \"-k SampleTests\", module: System.Reflection.Assembly.LoadFrom(\"{path}\"));");
        var file = notebook.Run($"Ipytest.Run(\"-v\", \"-k SampleTests\", \"{path}\");");

        Assert.Contains("IpytestNet.Specs.dll::SampleTests::Adds PASSED", module.Text, StringComparison.Ordinal);
        Assert.Contains("IpytestNet.Specs.dll::SampleTests::Adds PASSED", file.Text, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Ok, ExitCode.Ok), (module.Run, file.Run));
    }

    [Theory]
    [InlineData("module: 3", "module: expected a Type, an Assembly or Ipytest.Notebook, but got a value of type Int32")]
    [InlineData("plugins: [3]", "plugins: expected objects that implement IpytestNet.Plugins.IPlugin, but got Int32")]
    [InlineData("\"missing/Tests.cs\"", "file or directory not found: missing/Tests.cs")]
    public void What_cannot_be_run_is_told(string argument, string message)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run($"Ipytest.Run({argument});");

        Assert.Contains(message, seen.ErrorShown + seen.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_defined_in_a_cell_hears_the_messages()
    {
        using var notebook = new LiveNotebook().Given(Tests, """
            using IpytestNet.Execution;
            using IpytestNet.Plugins;
            class Listener : IPlugin
            {
                public List<string> Heard = [];
                public void Handle(RunMessage message)
                {
                    if (message is RunMessage.TestFinished finished) Heard.Add($"{finished.Test.DisplayName}={finished.Outcome.GetType().Name}");
                }
            }
            var listener = new Listener();
            """);

        notebook.Given("Ipytest.Run(\"-k 'add or sub or div'\", plugins: [listener]);");

        Assert.Equal("TestAdd=Passed TestSub=Failed Div=Skipped", notebook.Run("string.Join(' ', listener.Heard)").Value?.Trim('"'));
    }

    [Fact]
    public void A_plugin_that_throws_is_named_once_and_the_run_goes_on()
    {
        using var notebook = new LiveNotebook().Given(Tests, """
            class Broken : IpytestNet.Plugins.IPlugin
            {
                public void Handle(IpytestNet.Execution.RunMessage message) => throw new InvalidOperationException("out of order");
            }
            """);

        var seen = notebook.Run("Ipytest.Run(\"-v -k add\", plugins: [new Broken()])");

        Assert.Equal("TestAdd PASSED", seen.Results());
        Assert.Equal("The plugin Broken threw InvalidOperationException: out of order. It is left out of the rest of this run.\n", seen.ErrorText);
        Assert.Equal("ExitCode.Ok", seen.Value);
    }

    [Fact]
    public void Options_of_the_command_are_appended_to_every_run()
    {
        using var notebook = new LiveNotebook(new NotebookOptions { Name = "Notebook.ipynb", RunArguments = ["-v", "-k", "sub"] }).Given(Tests);

        Assert.Equal("TestSub FAILED", notebook.Run("Ipytest.Run(\"-q -k add\");").Results());
        Assert.Equal("TestSub FAILED", notebook.RunTests().Results());
    }

    private static string Raw(LiveNotebook.Seen seen) =>
        string.Concat(seen.Outputs.OfType<CellOutput.Stream>().Select(output => output.Text));

    [Fact]
    public void Tests_have_the_culture_of_the_notebook_and_the_report_has_none()
    {
        using var notebook = new LiveNotebook().Given("void TestCulture() => Assert(1.5.ToString() == \"1,5\");");

        var seen = notebook.Run("System.Globalization.CultureInfo.CurrentCulture = new(\"de-DE\"); Ipytest.Run();");

        Assert.Matches(@"1 passed in \d+\.\d\ds", seen.Text);
    }
}
