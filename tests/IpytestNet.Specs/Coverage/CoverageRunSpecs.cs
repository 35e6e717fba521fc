using System.Text.Json;
using IpytestNet.Coverage;
using IpytestNet.Coverage.Instrumentation;
using IpytestNet.Coverage.Measuring;
using Xunit;

namespace IpytestNet.Specs.Coverage;

public sealed class CoverageRunSpecs
{
    private const string Func =
        """
        string Func(int x)
        {
            if (x % 2 == 0)
                return "even";
            else
                return "odd";
        }
        """;

    private const string Test =
        """
        void test_func()
        {
            Assert(Func(0) == "even");
            Assert(Func(1) == "odd");
            Assert(Func(2) == "even");
            Assert(Func(3) == "odd");
        }
        """;

    [Theory]
    [InlineData("", "In[2] 3 0 100%\nIn[3] 4 0 100%\nTOTAL 7 0 100%")]
    [InlineData("--cov-branch", "In[2] 3 0 2 0 100%\nIn[3] 4 0 0 0 100%\nTOTAL 7 0 2 0 100%")]
    public void The_notebook_of_the_original_is_covered_line_by_line(string options, string table)
    {
        using var notebook = new MeasuredNotebook().Given($"Ipytest.AutoConfig(coverage: true, addopts: [\"-q\"{(options.Length > 0 ? $", \"{options}\"" : "")}]);", Func);

        Assert.Equal(table, notebook.Table($"%%ipytest {options} --cov-report=term --cov-report=json\n{Test}").Replace("\nCoverage JSON written to file coverage.json", "", StringComparison.Ordinal));

        using var json = JsonDocument.Parse(notebook.Written("coverage.json"));
        Assert.Equal([3, 4, 6], Lines(json, "In[2]"));
        Assert.Equal([4, 5, 6, 7], Lines(json, "In[3]"));
    }

    [Fact]
    public void A_run_with_cov_measures_its_own_cell_and_names_those_to_run_again()
    {
        using var notebook = new MeasuredNotebook().Given(Func);

        Assert.Equal(
            "In[2] 4 0 100%\nTOTAL 4 0 100%\ncoverage: In[1] was run before coverage was enabled; run it again",
            notebook.Table($"%%ipytest --cov\n{Test}"));

        notebook.Given(Func);
        Assert.Equal("In[2] 4 0 100%\nIn[3] 3 0 100%\nTOTAL 7 0 100%", notebook.Table("Ipytest.Run(\"--cov\");"));
    }

    [Fact]
    public void What_ran_for_branches_too_late_is_told()
    {
        using var notebook = new MeasuredNotebook().Given("Ipytest.AutoConfig(coverage: true);", Func, Test);

        Assert.Contains("coverage: In[2] was run before branch coverage was enabled; run it again", notebook.Table("Ipytest.Run(\"--cov-branch\");"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_counts_what_it_has_run_itself_and_a_run_what_its_tests_run()
    {
        using var notebook = new MeasuredNotebook().Given(
            "Ipytest.AutoConfig(coverage: true);",
            "int twice = Twice(2);\nint Twice(int x)\n{\n    if (x > 100)\n        return 0;\n    return x * 2;\n}",
            "int Half(int x)\n{\n    return x / 2;\n}",
            "Half(4)");

        Assert.Equal(
            "In[2] 4 1 75% 5\nIn[3] 1 1 0% 3\nIn[4] 1 0 100%\nIn[5] 1 0 100%\nTOTAL 7 2 71%",
            notebook.Table("%%ipytest --cov-report=term-missing\nvoid test_nothing() => Assert(true);"));
    }

    [Fact]
    public void A_cell_that_is_run_again_replaces_what_it_has_counted()
    {
        using var notebook = new MeasuredNotebook().Given("Ipytest.AutoConfig(coverage: true);", Func, Func, Test);

        Assert.Equal("In[3] 3 0 100%\nIn[4] 4 0 100%\nTOTAL 7 0 100%", notebook.Table("Ipytest.Run();"));
    }

    [Fact]
    public void A_definition_that_was_replaced_stays_in_its_cell_and_is_marked()
    {
        using var notebook = new MeasuredNotebook().Given("Ipytest.AutoConfig(coverage: true);", "int F(int x)\n{\n    return x;\n}", "int F(int x)\n{\n    return x + 1;\n}");

        Assert.Equal(
            "In[2] 1 1 0% 3\nIn[3] 1 0 100%\nIn[4] 1 0 100%\nTOTAL 3 1 67%\nIn[2]: superseded: F by In[3]",
            notebook.Table("%%ipytest --cov-report=term-missing\nvoid test_f() => Assert(F(1) == 2);"));
    }

    [Fact]
    public void Tests_that_are_forgotten_or_defined_again_are_not_reported()
    {
        using var notebook = new MeasuredNotebook().Given("Ipytest.AutoConfig(coverage: true);", "int F() => 1;", "void test_f() => Assert(F() == 1);", "void test_f() => Assert(F() > 0);");
        Assert.Equal("In[2] 1 0 100%\nIn[4] 1 0 100%\nTOTAL 2 0 100%", notebook.Table("Ipytest.Run();"));

        Assert.Equal("In[2] 1 1 0%\nIn[5] 1 0 100%\nIn[6] 1 0 100%\nTOTAL 3 1 67%", notebook.Table("%%ipytest\nvoid test_g() => Assert(true);"));
    }

    [Fact]
    public void Code_that_is_bound_anew_counts_in_the_cell_that_it_stands_in()
    {
        using var notebook = new MeasuredNotebook().Given(
            "Ipytest.AutoConfig(coverage: true);",
            "int F(int x) => x;",
            "int G(int x)\n{\n    if (x > 1 && x < 9)\n        return F(x);\n    return 0;\n}",
            "int F(int x) => x + 1;");

        Assert.Equal(
            "In[2] 1 1 0% 1\nIn[3] 3 0 100% 3!false\nIn[4] 1 0 100%\nIn[5] 1 0 100%\nTOTAL 6 1 83%".Replace(" 3!false", "", StringComparison.Ordinal),
            notebook.Table("%%ipytest --cov-report=term-missing\nvoid test_g() => Assert(G(2) == 3 && G(0) == 0);").Split("\nIn[2]: ")[0]);
    }

    [Theory]
    [InlineData("--cov-fail-under=100", ExitCode.TestsFailed, "FAIL Required test coverage of 100% not reached. Total coverage: 75.00%")]
    [InlineData("--cov-fail-under=76", ExitCode.TestsFailed, "FAIL Required test coverage of 76% not reached. Total coverage: 75.00%")]
    [InlineData("--cov-fail-under=75", ExitCode.Ok, "Required test coverage of 75% reached. Total coverage: 75.00%")]
    public void Too_little_coverage_fails_the_run(string option, ExitCode code, string line)
    {
        using var notebook = new MeasuredNotebook();

        var seen = notebook.Run($"%%ipytest --cov {option}\nint F(bool b)\n{{\n    if (b)\n        return 1;\n    return 2;\n}}\nvoid test_f() => Assert(F(false) == 2);");

        Assert.Contains(line, seen.Text, StringComparison.Ordinal);
        Assert.Equal(code, seen.Run);
    }

    [Theory]
    [InlineData("--cov-report=nonsense", "argument --cov-report: invalid choice: \"nonsense\"")]
    [InlineData("--cov-report=term:there", "argument --cov-report: output specifier not supported for: \"term:there\"")]
    [InlineData("--cov-fail-under=101", "argument --cov-fail-under: expected 100 or less, but got 101")]
    [InlineData("--cov-fail-under=most", "argument --cov-fail-under: invalid float value: 'most'")]
    [InlineData("--cov-context=line", "argument --cov-context: invalid choice: 'line' (choose from 'test')")]
    [InlineData("--cov-context=test -n 2", "argument --cov-context: tests that run at the same time (-n) cannot be told apart")]
    [InlineData("--cov-config=missing.rc", "argument --cov-config: expected a configuration of coverage, but there is no file 'missing.rc'")]
    public void A_wrong_option_is_told_before_anything_runs(string option, string error)
    {
        using var notebook = new MeasuredNotebook();

        var seen = notebook.Run($"%%ipytest --cov {option}\nvoid test_f() => Assert(true);");

        Assert.Contains(error, seen.ErrorText + seen.ErrorShown, StringComparison.Ordinal);
        Assert.False(notebook.Has(".coverage.json"));
    }

    [Fact]
    public void No_cov_measures_nothing_and_says_so_where_more_is_asked_for()
    {
        using var notebook = new MeasuredNotebook().Given("Ipytest.AutoConfig(coverage: true);");

        var seen = notebook.Run("%%ipytest --no-cov --cov-branch\nvoid test_f() => Assert(true);");

        Assert.DoesNotContain("coverage:", seen.Text, StringComparison.Ordinal);
        Assert.Contains("WARNING: Coverage disabled via --no-cov switch!", seen.ErrorText, StringComparison.Ordinal);
        Assert.False(notebook.Has(".coverage.json"));
    }

    [Fact]
    public void There_is_no_report_on_failure_if_it_is_not_wanted()
    {
        using var notebook = new MeasuredNotebook();

        Assert.DoesNotContain("coverage:", notebook.Run("%%ipytest --cov --no-cov-on-fail\nvoid test_f() => Assert(false);").Text, StringComparison.Ordinal);
        Assert.Contains("coverage:", notebook.Run("%%ipytest --cov --no-cov-on-fail\nvoid test_f() => Assert(true);").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tests_that_hit_a_line_are_known_if_asked_for()
    {
        using var notebook = new MeasuredNotebook().Given(
            "Ipytest.AutoConfig(coverage: true);",
            "int F(int x)\n{\n    if (x > 1)\n        return 1;\n    return 2;\n}",
            "%%ipytest --cov-context=test --cov-report=json\n[Theory, InlineData(0), InlineData(5)]\nvoid test_f(int x) => Assert(F(x) > 0);\n[Fact] void Other() => Assert(F(9) == 1);");

        using var json = JsonDocument.Parse(notebook.Written("coverage.json"));
        var contexts = json.RootElement.GetProperty("files").GetProperty("In[2]").GetProperty("contexts");
        Assert.Equal(
            ["Notebook.ipynb::Other|run", "Notebook.ipynb::test_f(x: 5)|run"],
            contexts.GetProperty("4").EnumerateArray().Select(context => context.GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(["Notebook.ipynb::test_f(x: 0)|run"], contexts.GetProperty("5").EnumerateArray().Select(context => context.GetString()!));
    }

    [Fact]
    public void A_run_has_the_context_that_is_configured()
    {
        using var notebook = new MeasuredNotebook().File(".coveragerc", "[run]\ncontext = nightly\n");

        notebook.Run("%%ipytest --cov --cov-report=json --cov-context=test\nint F() => 1;\nvoid test_f() => Assert(F() == 1);");

        Assert.Contains("\"2\":[\"nightly|Notebook.ipynb::test_f|run\"]", notebook.Written("coverage.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--cov=In[2]", "In[2] 1 0 100%\nTOTAL 1 0 100%")]
    [InlineData("--cov=In[2] --cov=In[3]", "In[2] 1 0 100%\nIn[3] 1 1 0%\nTOTAL 2 1 50%")]
    [InlineData("--cov=Notebook", "In[2] 1 0 100%\nIn[3] 1 1 0%\nIn[4] 1 0 100%\nTOTAL 3 1 67%")]
    [InlineData("--cov=In[2] --cov", "In[2] 1 0 100%\nIn[3] 1 1 0%\nIn[4] 1 0 100%\nTOTAL 3 1 67%")]
    [InlineData("--cov=Shop", "WARNING: Failed to generate report: No data to report.")]
    public void Targets_choose_what_is_reported(string options, string table)
    {
        using var notebook = new MeasuredNotebook().Given("Ipytest.AutoConfig(coverage: true);", "int F() => 1;", "int G() => 2;");

        var seen = notebook.Run($"%%ipytest {options}\nvoid test_f() => Assert(F() == 1);");

        Assert.Contains(table, table.StartsWith("WARNING", StringComparison.Ordinal) ? seen.Text : MeasuredNotebook.TableOf(seen), StringComparison.Ordinal);
        Assert.Equal(options.Contains("Shop", StringComparison.Ordinal), seen.Text.Contains("coverage: --cov=Shop: nothing that is measured has this name", StringComparison.Ordinal));
    }

    [Fact]
    public void Runs_add_up_with_append_and_replace_each_other_without()
    {
        using var notebook = new MeasuredNotebook().Given("Ipytest.AutoConfig(coverage: true);", "int F(bool b)\n{\n    if (b)\n        return 1;\n    return 2;\n}", "void test_true() => Assert(F(true) == 1);\nvoid test_false() => Assert(F(false) == 2);");

        Assert.StartsWith("In[2] 3 1 67% 5", notebook.Table("Ipytest.Run(\"--cov-report=term-missing -k true\");"), StringComparison.Ordinal);
        Assert.StartsWith("In[2] 3 1 67% 4", notebook.Table("Ipytest.Run(\"--cov-report=term-missing -k false\");"), StringComparison.Ordinal);
        Assert.StartsWith("In[2] 3 0 100%", notebook.Table("Ipytest.Run(\"--cov-report=term-missing -k true --cov-append\");"), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_is_damaged_is_told_and_kept()
    {
        using var notebook = new MeasuredNotebook().File(".coverage.json", "not ours");

        var seen = notebook.Run("%%ipytest --cov --cov-append\nvoid test_f() => Assert(true);");

        Assert.Contains("ERROR: expected coverage data of ipytest in ", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
        Assert.Equal("not ours", notebook.Written(".coverage.json"));
        Assert.Equal("In[2] 1 0 100%\nTOTAL 1 0 100%", notebook.Table("%%ipytest --cov\nvoid test_g() => Assert(true);"));
    }

    [Fact]
    public void What_a_configuration_file_says_counts()
    {
        using var notebook = new MeasuredNotebook().File(
            ".coveragerc",
            """
            [run]
            branch = true
            plugins = ipytest.cov
            omit = In[[]3]
            nonsense = 1
            [report]
            show_missing = yes
            exclude_also =
                Console\.WriteLine
            fail_under = 50
            precision = 1
            """);

        var seen = notebook.Run("%%ipytest --cov\nint F(bool b)\n{\n    if (b)\n        return 1;\n    Console.WriteLine();\n    return 2;\n}\nvoid test_f() => Assert(F(true) == 1);");

        Assert.StartsWith("In[1] 4 1 2 1 66.7% 4->6, 7", MeasuredNotebook.TableOf(seen), StringComparison.Ordinal);
        Assert.Contains(".coveragerc:5: unrecognized option '[run] nonsense'", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Required test coverage of 50% reached. Total coverage: 66.67%", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_file_is_hidden_by_the_setting_and_that_is_told()
    {
        using var notebook = new MeasuredNotebook().File(".coveragerc", "[run]\nbranch = true\n").Given("Ipytest.AutoConfig(coverage: true);");

        var seen = notebook.Run("%%ipytest\nvoid test_f() => Assert(true);");

        Assert.StartsWith("Warning: found existing coverage configuration in ['.coveragerc'].", seen.ErrorText, StringComparison.Ordinal);
        Assert.Equal("In[2] 1 0 100%\nTOTAL 1 0 100%", MeasuredNotebook.TableOf(seen));
    }

    [Fact]
    public void Tests_and_names_can_be_left_out()
    {
        using var notebook = new MeasuredNotebook().File(".coveragerc", "[report]\nskip_tests = true\n").Given("Ipytest.AutoConfig(addopts: [\"-q\", \"--cov\"]);", "int F() => 1;", "CellFilenames.Translate(false);");

        Assert.Matches(@"^Submission#\d+ 1 0 100%\nSubmission#\d+ 1 0 100%\nTOTAL 2 0 100%$", notebook.Table("%%ipytest\nvoid test_f() => Assert(F() == 1);"));
    }

    [Fact]
    public void A_cell_that_does_not_compile_is_told_as_without_coverage()
    {
        using var notebook = new MeasuredNotebook().Given("Ipytest.AutoConfig(coverage: true);");

        Assert.Contains("In[2]:4:5: error CS8510: The pattern is unreachable.", notebook.Run("int F(object o) => o switch\n{\n    _ => 1,\n    int n => 2,\n};").ErrorShown, StringComparison.Ordinal);
        Assert.Contains("In[3]:3:15: error CS0103: The name 'oops' does not exist", notebook.Run("int F(int n)\n{\n    if (n > 1 && oops) return 1;\n    return 2;\n}").ErrorShown.Replace(":3:18", ":3:15", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Code_that_is_compiled_while_coverage_is_off_has_no_probes()
    {
        using var notebook = new MeasuredNotebook().Given("Ipytest.AutoConfig(coverage: true);", "int F() => 1;", "Ipytest.Config(coverage: false);", "int G() => 2;");

        Assert.DoesNotContain("coverage:", notebook.Run("%%ipytest\nvoid test_f() => Assert(F() + G() == 3);").Text, StringComparison.Ordinal);
        Assert.Equal("In[2] 1 0 100%\nIn[3] 1 0 100%\nTOTAL 2 0 100%\ncoverage: In[4] was run before coverage was enabled; run it again", notebook.Table("Ipytest.Run(\"--cov\");"));
    }

    [Fact]
    public void A_second_cell_of_the_same_number_is_told_from_the_first()
    {
        using var notebook = new IpytestNet.Kernel.Notebook();
        notebook.Session.Coverage.Begin(new InstrumentationOptions());
        notebook.Run("int a = 1;", settings: new IpytestNet.Kernel.CellSettings { IsCounted = false });
        notebook.Run("int b = 2;\nb++;", settings: new IpytestNet.Kernel.CellSettings { IsCounted = false });

        var data = new CoverageCollection(notebook.Session.Coverage, new CellNames(notebook.Session, "/")).Collect((_, _) => true, hasBranches: false, hasContexts: false);

        Assert.Equal([("In[1]", "int a = 1;", 1), ("In[1/1]", "int b = 2;\nb++;", 2)], data.Files.Select(file => (file.Name, file.Source, file.Lines.Count)));
    }

    [Fact]
    public void A_result_that_is_shown_as_a_table_has_the_sources_below_it()
    {
        using var notebook = new MeasuredNotebook();

        var seen = notebook.Run("%%ipytest --cov --display=html\nint F(bool b)\n{\n    if (b)\n        return 1;\n    return 2;\n}\nvoid test_f() => Assert(F(true) == 1);");

        var html = Assert.Single(seen.Outputs.OfType<IpytestNet.Kernel.Execution.CellOutput.Displayed>()).Data.Formats["text/html"];
        Assert.Contains("ipytest-result", html, StringComparison.Ordinal);
        Assert.Contains("return</span>", html, StringComparison.Ordinal);
        Assert.Contains("ipytest-coverage", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_run_can_be_shown_in_the_notebook()
    {
        using var notebook = new MeasuredNotebook();
        Assert.Contains("Ipytest.ShowCoverage shows what the last run has measured, but none has yet", notebook.Run("Ipytest.ShowCoverage();").ErrorShown, StringComparison.Ordinal);
        notebook.Given("%%ipytest --cov\nint F(bool b)\n{\n    if (b)\n        return 1;\n    return 2;\n}\nvoid test_f() => Assert(F(true) == 1);");

        var seen = notebook.Run("Ipytest.ShowCoverage();");

        var shown = Assert.Single(seen.Outputs.OfType<IpytestNet.Kernel.Execution.CellOutput.Displayed>()).Data;
        Assert.Contains("In[2]", shown.PlainText, StringComparison.Ordinal);
        Assert.Contains("75%", shown.PlainText, StringComparison.Ordinal);
    }

    private static IEnumerable<int> Lines(JsonDocument json, string file) =>
        json.RootElement.GetProperty("files").GetProperty(file).GetProperty("executed_lines").EnumerateArray().Select(line => line.GetInt32());
}
