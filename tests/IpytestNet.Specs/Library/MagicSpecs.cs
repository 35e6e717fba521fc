using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class MagicSpecs
{
    [Theory]
    [InlineData("%%ipytest -v")]
    [InlineData("#!ipytest -v")]
    [InlineData("\n  \n%%ipytest -v")]
    [InlineData("#!csharp\n#!ipytest -v")]
    public void The_magic_is_the_first_line_with_text(string magic)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(magic + "\nvoid TestAdd() { }");

        Assert.Null(seen.Error);
        Assert.Equal("TestAdd PASSED", seen.Results());
    }

    [Fact]
    public void The_cell_runs_before_its_tests_and_shows_its_value()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest -s\nConsole.WriteLine(\"cell\");\nvoid TestAdd() => Console.WriteLine(\"test\");\n40 + 2");

        Assert.Equal("42", seen.Value);
        Assert.Equal(["cell", "42", "test"], seen.Outputs.Select(Told).Where(text => text.Length > 0).Take(3));
    }

    [Fact]
    public void Before_AutoConfig_the_magic_says_to_call_it()
    {
        using var notebook = new LiveNotebook(new NotebookOptions { Name = "Notebook.ipynb", AutoConfig = false });

        var before = notebook.Run("%%ipytest\nvoid TestAdd() { }");
        var sameCell = notebook.Run("Ipytest.AutoConfig();\n%%ipytest\nvoid TestAdd() { }");
        notebook.Given("Ipytest.AutoConfig();");
        var after = notebook.Run("%%ipytest -v\nvoid TestAdd() { }");

        Assert.Contains("There is no magic %%ipytest. Call Ipytest.AutoConfig() in an earlier cell.", before.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("first line", sameCell.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("TestAdd PASSED", after.Results());
    }

    [Theory]
    [InlineData("int x = 1;\n%%ipytest -v\nvoid TestAdd() { }", "In[1]:2:1: error IPY0002: A magic stands in the first line of its cell")]
    [InlineData("int x = 1;\n\n#!ipytest\nvoid TestAdd() { }", "In[1]:3:1: error IPY0002")]
    [InlineData("%%ipytest\nvoid TestAdd() { }\n%%time\nint y = 1;", "In[1]:3:1: error IPY0002")]
    [InlineData("%ipytest -v\nvoid TestAdd() { }", "In[1]:1:1: error IPY0003: There are no line magics here, only cell magics; write %% and code below it")]
    public void A_misplaced_magic_is_told_where_it_belongs(string cell, string message)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(cell);

        Assert.Contains(message, seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("", seen.Text);
    }

    [Fact]
    public void A_text_that_looks_like_a_magic_is_a_text()
    {
        using var notebook = new LiveNotebook();

        Assert.Equal("2", notebook.Run("var text = \"\"\"\n%%ipytest\n#!ipytest\n\"\"\";\n/*\n%%ipytest\n*/\ntext.Split('\\n').Length").Value);
        Assert.Contains("error CS1525", notebook.Run("var more = @\"\n%%ipytest\n\"; int y = ;").ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void Config_takes_the_magic_away_and_brings_it_back()
    {
        using var notebook = new LiveNotebook().Given("Ipytest.Config(magics: false);");

        Assert.Contains("There is no magic %%ipytest", notebook.Run("%%ipytest\nvoid TestAdd() { }").ErrorShown, StringComparison.Ordinal);
        notebook.Given("Ipytest.Config(magics: true);");
        Assert.Null(notebook.Run("%%ipytest\nvoid TestAdd() { }").Error);
    }

    [Theory]
    [InlineData("%%ipytest")]
    [InlineData("%%ipytest -v\n\n   \n")]
    public void An_empty_cell_is_an_error(string cell)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(cell);

        Assert.Contains("UsageError: %%ipytest is a cell magic, but the cell has no code below it", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Null(seen.Run);
    }

    [Theory]
    [InlineData("// ipytest: raiseOnError: true")]
    [InlineData("//ipytest: raiseOnError: 1 + 1 == 2")]
    [InlineData("// ipytest: raiseOnError: strict, addopts: [\"-v\"]")]
    [InlineData("// ipytest: defopts: \"auto\", displayColumns: 80, runInThread: true, raiseOnError: !!strict")]
    [InlineData("# ipytest: raise_on_error=True")]
    [InlineData("# ipytest: raise_on_error = strict, defopts='auto'")]
    [InlineData("# ipytest: raise_on_error=True, module=None, plugins=()")]
    [InlineData("# ipytest: raise_on_error=True, addopts=('-q',), display_columns=False")]
    public void The_options_line_sets_the_run_of_its_cell_only(string options)
    {
        using var notebook = new LiveNotebook().Given("var strict = true;");

        var seen = notebook.Run($"%%ipytest\n{options}\nvoid TestBad() => Assert(false);");
        var later = notebook.Run("%%ipytest\nvoid TestBad() => Assert(false);");

        Assert.Equal("IpytestException", seen.Error?.Name);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
        Assert.Null(later.Error);
    }

    [Theory]
    [InlineData("// ipytest: bogus: true", "'bogus'")]
    [InlineData("// ipytest: clean: false", "'clean'")]
    [InlineData("// ipytest: rewriteAsserts: false", "'rewriteAsserts'")]
    [InlineData("// ipytest: raiseOnEror: true", "'raiseOnEror'")]
    [InlineData("// ipytest: raiseOnError: missing", "'raiseOnError'")]
    [InlineData("// ipytest: raiseOnError: \"yes\"", "'raiseOnError'")]
    [InlineData("// ipytest: raiseOnError: true, raiseOnError: false", "raiseOnError")]
    [InlineData("// ipytest: displayColumns: 0", "displayColumns: expected")]
    [InlineData("// ipytest: defopts: \"never\"", "defopts: expected")]
    [InlineData("// ipytest: module: 3", "module: expected")]
    [InlineData("// ipytest: plugins: [3]", "plugins: expected")]
    [InlineData("// ipytest: displayColumns: int.Parse(\"x\")", "displayColumns")]
    [InlineData("// ipytest: true", "no name")]
    [InlineData("// ipytest: raiseOnError: (", "ipytest")]
    [InlineData("# ipytest: raise_on_eror=True", "'raiseOnEror'")]
    [InlineData("# ipytest: raise_on_error=maybe", "'raiseOnError'")]
    public void A_wrong_option_is_named_before_the_cell_runs(string options, string named)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run($"%%ipytest\n{options}\nConsole.WriteLine(\"ran\");\nvoid TestAdd() {{ }}");

        Assert.Contains(named, seen.ErrorShown, StringComparison.Ordinal);
        Assert.NotNull(seen.Error);
        Assert.Equal("", seen.Text);
        Assert.Null(seen.Run);
    }

    [Theory]
    [InlineData("{TestAdd}", "TestAdd PASSED")]
    [InlineData("{MODULE}::TestAdd", "TestAdd PASSED")]
    [InlineData("{MODULE}", "TestAdd PASSED, TestRows(n: 1) PASSED, TestRows(n: 2) PASSED, CalcTests::Mul PASSED, TESTALL PASSED")]
    [InlineData("{CalcTests}", "CalcTests::Mul PASSED")]
    [InlineData("{CalcTests}::Mul", "CalcTests::Mul PASSED")]
    [InlineData("{CalcTests::Mul}", "CalcTests::Mul PASSED")]
    [InlineData("'{MODULE}::TestRows(n: 2)'", "TestRows(n: 2) PASSED")]
    [InlineData("\"{TestRows(n: 2)}\"", "TestRows(n: 2) PASSED")]
    [InlineData("{MODULE}::TESTALL", "TESTALL PASSED")]
    [InlineData("{TestAdd} -k mul {CalcTests}", "CalcTests::Mul PASSED")]
    [InlineData("--deselect {TestRows} --deselect {MODULE}::Calc -k 'not testall'", "TestAdd PASSED")]
    public void Names_in_braces_are_node_ids(string arguments, string results)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run($$"""
            %%ipytest -v {{arguments}}
            void TestAdd() { }
            [Theory, InlineData(1), InlineData(2)] void TestRows(int n) { }
            public class CalcTests { [Fact] public void Mul() { } }
            [Fact] void TESTALL() { }
            """);

        Assert.Equal(results, seen.Results());
    }

    [Theory]
    [InlineData("{TESTALL}", "Unknown format key 'TESTALL' (known keys: ['MODULE']). To create the node id for a test with all uppercase characters use '{MODULE}::TESTALL'.")]
    [InlineData("{}", "Expected the name of a test between the braces, got '{}'")]
    [InlineData("{0}", "Expected the name of a test between the braces, got '{0}'")]
    [InlineData("{a", "Expected '}' after '{'")]
    [InlineData("a}", "Single '}' encountered")]
    [InlineData("-k 'a", "quot")]
    public void A_wrong_argument_is_told_before_the_cell_runs(string arguments, string message)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run($"%%ipytest {arguments}\nConsole.WriteLine(\"ran\");\n[Fact] void TESTALL() {{ }}");

        Assert.Contains(message, seen.ErrorShown, StringComparison.Ordinal);
        Assert.NotNull(seen.Error);
        Assert.Equal("", seen.Text);
        Assert.Null(seen.Run);
    }

    [Fact]
    public void Doubled_braces_are_literal()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest {{TestAdd}}\nvoid TestAdd() { }");

        Assert.Contains("not found: {TestAdd}", seen.ErrorText, StringComparison.Ordinal);
        Assert.Equal(ExitCode.UsageError, seen.Run);
    }

    [Fact]
    public void An_unknown_option_is_an_exit_code_after_the_cell_ran()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest --foo\nvar ran = 7;\nvoid TestAdd() { }");

        Assert.Null(seen.Error);
        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.EndsWith("%%ipytest: error: unrecognized arguments: --foo\n", seen.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_may_await_and_print_and_its_definitions_stay()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("""
            %%ipytest -v
            using System.Globalization;
            var number = await Task.FromResult(20);
            Console.WriteLine($"number {number}");
            int Twice(int n) => 2 * n;
            void TestTwice() => Assert(Twice(number) == 40);
            """);

        Assert.StartsWith("number 20\n", seen.Text, StringComparison.Ordinal);
        Assert.Equal("TestTwice PASSED", seen.Results());
        Assert.Equal("41", notebook.Run("Twice(number) + CultureInfo.InvariantCulture.LCID / 127").Value);
    }

    [Fact]
    public void Lines_of_failures_count_the_magic_line()
    {
        using var notebook = new LiveNotebook().Given("var first = 1;");

        var seen = notebook.Run("%%ipytest\n// ipytest: displayColumns: 80\n\nvoid TestBad() =>\n    Assert(first == 2);");

        Assert.Contains(">       Assert(first == 2);\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("In[2]:5: AssertionException\n", seen.Text, StringComparison.Ordinal);
    }

    private static string Told(CellOutput output) => output switch
    {
        CellOutput.Stream stream => stream.Text.Trim(),
        CellOutput.Result result => result.Data.PlainText,
        _ => "",
    };

    [Fact]
    public void Help_needs_no_code()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest --help");

        Assert.Null(seen.Error);
        Assert.StartsWith("usage: %%ipytest [options]", seen.Text, StringComparison.Ordinal);
    }
}
