using IpytestNet.Kernel;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>The defects of the original, one spec each; the names bear the numbers under which we list them.</summary>
public sealed class DefectSpecs
{
    [Fact]
    public void B1_Config_without_coverage_leaves_coverage_alone()
    {
        using var notebook = new LiveNotebook().Given("Ipytest.Config(raiseOnError: false);");

        Assert.Equal("False", notebook.Run("Console.Write(Ipytest.Config().Coverage)").Text);
    }

    [Theory]
    [InlineData("Assert((1, 2) == (1, 2))")]
    [InlineData("Assert((true, false).Item1)")]
    [InlineData("var (left, right) = (1, 1); Assert(left == right, \"both\")")]
    [InlineData("Assert((1, 2) is (1, _))")]
    public void B2_An_assertion_about_tuples_leaves_assertions_working(string assertion)
    {
        using var notebook = new LiveNotebook().Given(assertion + ";");

        var seen = notebook.Run("Assert(1 == 2);");

        Assert.Equal("AssertionException", seen.Error?.Name);
        Assert.Contains("1 == 2", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void B3_A_broken_cell_is_never_a_green_run()
    {
        using var notebook = new LiveNotebook().Given("Ipytest.Config(raiseOnError: true);");

        var seen = notebook.Run("%%ipytest\nvoid TestGood() { }\nthrow new Exception(\"late\");");

        Assert.Equal(("Exception", "late"), (seen.Error?.Name, seen.Error?.Message));
        Assert.Null(seen.Run);
        Assert.Equal("null", notebook.Run("Ipytest.ExitCode").Value);
    }

    [Fact]
    public void B4_A_run_in_a_thread_gives_its_exit_code_and_its_exceptions()
    {
        using var notebook = new LiveNotebook().Given("void TestBad() => Assert(false);");

        Assert.Equal("ExitCode.TestsFailed", notebook.Run("Ipytest.Run(runInThread: true)").Value);
        Assert.Equal("ipytest failed with exit_code 1", notebook.Run("Ipytest.Run(runInThread: true, raiseOnError: true)").Error?.Message);
        Assert.Contains("Unknown format key", notebook.Run("Ipytest.Run(\"{NOPE}\", runInThread: true)").ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void B5_A_target_may_stand_before_an_option()
    {
        using var notebook = new LiveNotebook().Given("void TestAdd() { } void TestSub() { }");

        Assert.Equal("TestSub PASSED", notebook.Run("Ipytest.Run(\"{TestSub}\", \"-v\")").Results());
        Assert.Equal("TestSub PASSED", notebook.Run("Ipytest.Run(\"-v\", \"{TestSub}\")").Results());
    }

    [Fact]
    public void B6_The_width_of_one_run_does_not_outlive_it_even_if_it_throws()
    {
        using var notebook = new LiveNotebook().Given("var before = Environment.GetEnvironmentVariable(\"COLUMNS\"); void TestBad() => Assert(false);");

        Assert.NotNull(notebook.Run("Ipytest.Run(displayColumns: 60, raiseOnError: true);").Error);

        Assert.Equal("True 100", notebook.Run("Console.Write($\"{before == Environment.GetEnvironmentVariable(\"COLUMNS\")} {Ipytest.Config().DisplayColumns}\")").Text);
    }

    [Fact]
    public void B7_Tests_of_any_name_and_kind_do_not_stay_behind()
    {
        using var notebook = new LiveNotebook().Given("%%ipytest\npublic class Calculations { [Fact] public void Adds() { } }\n[Fact] void Sums() { }");

        Assert.Equal("TestNew PASSED", notebook.Run("%%ipytest -v\nvoid TestNew() { }").Results());
    }

    [Fact]
    public void B8_A_misspelt_option_is_told_before_the_cell_runs()
    {
        using var notebook = new LiveNotebook().Given("var runs = 0;");

        var seen = notebook.Run("%%ipytest\n// ipytest: raiseOnEror: true\nruns++;\nvoid TestGood() { }");

        Assert.Contains("'raiseOnEror'", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("0", notebook.Run("runs").Value);
    }

    [Theory]
    [InlineData("void TestGood() { }")]
    [InlineData("void TestBad() => Assert(false);")]
    [InlineData("throw new Exception();")]
    public void B10_and_122_No_file_but_the_cache_is_left_in_the_notebooks_folder(string cell)
    {
        using var folder = new TemporaryFolder();
        using var notebook = new LiveNotebook(new NotebookOptions { Name = "Notebook.ipynb", WorkingDirectory = folder.Root });

        notebook.Run("%%ipytest\n" + cell);
        notebook.Run("Ipytest.Run();");

        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder.Root), path => Path.GetFileName(path) is not ".ipytest_cache");
    }

    [Fact]
    public void Issue_122_An_interrupted_run_does_not_break_the_next()
    {
        using var notebook = new LiveNotebook().Given("void TestGood() { } void TestSleeps() { Console.Error.WriteLine(); Thread.Sleep(60_000); }");

        var interrupted = notebook.RunAndInterruptAfter("TestSleeps", "Ipytest.Run(\"-v\");");

        Assert.Equal(ExitCode.Interrupted, interrupted.Run);
        Assert.Equal("TestGood PASSED", notebook.Run("Ipytest.Run(\"-v {TestGood}\");").Results());
    }

    [Fact]
    public void B13_No_names_of_ours_appear_in_the_notebook()
    {
        using var notebook = new LiveNotebook().Given(
            "int Add(int a) => a;", "%%ipytest\nvoid TestAdd() => Assert(Add(1) == 1, \"message\");", "int Add(int a) => a + 0;", "Ipytest.Run();", "for (var i = 0; i < 3; i++) { }");

        Assert.Equal("TestAdd Add", notebook.Run("Console.Write(string.Join(' ', Ipytest.Notebook.Names))").Text);
    }

    [Fact]
    public void A_notebook_with_failing_tests_is_known_to_have_failed_without_raiseOnError()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest\nvoid TestBad() => Assert(false);");

        Assert.Null(seen.Error);
        Assert.Equal([ExitCode.TestsFailed], seen.Outcome.TestRuns);
    }

    [Fact]
    public void Issue_129_Results_bear_the_name_of_the_notebook_and_the_number_of_the_cell()
    {
        using var notebook = new LiveNotebook(new NotebookOptions { Name = "Prices.ipynb" });

        var seen = notebook.Run("%%ipytest\nvoid TestBad() => Assert(false);");

        Assert.Contains("FAILED Prices.ipynb::TestBad", seen.Text, StringComparison.Ordinal);
        Assert.Contains("In[1]:2: ", seen.Text, StringComparison.Ordinal);
    }
}
