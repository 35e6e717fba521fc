using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>What one run leaves for the next.</summary>
public sealed class EarlierRunsSpecs : IDisposable
{
    private const string Tests = """
        var wrong = true;
        void TestAdd() { }
        void TestSub() => Assert(!wrong);
        [Theory, InlineData(1), InlineData(2), InlineData(3)] void TestRows(int n) => Assert(n != 2 || !wrong);
        public class CalcTests { [Fact] public void Mul() { } }
        void TestLast() { }
        """;

    private readonly NotebookFolder _folder = new();

    [Fact]
    public void Lf_runs_what_failed_last_time_and_all_when_nothing_did()
    {
        var notebook = _folder.Open().Given(Tests, "Ipytest.Run();");

        var again = notebook.Run("Ipytest.Run(\"--lf\");");
        Assert.Contains("run-last-failure: rerun previous 2 failures\nFF ", again.Text, StringComparison.Ordinal);
        Assert.Contains("\n2 failed, 5 deselected in", again.Text, StringComparison.Ordinal);
        notebook.Given("wrong = false;");
        Assert.Equal("TestSub PASSED, TestRows(n: 2) PASSED", notebook.Run("Ipytest.Run(\"--lf -v\");").Results());
        Assert.Contains("run-last-failure: no previously failed tests, not deselecting items.\n.......", notebook.Run("Ipytest.Run(\"--lf\");").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_outlive_the_session_and_runs_of_other_tests()
    {
        _folder.Open().Given(Tests, "Ipytest.Run();", "Ipytest.Run(\"-k add\");", "Ipytest.Run(\"--co -q\");");

        var seen = _folder.Open().Given(Tests).Run("Ipytest.Run(\"--last-failed -v\");");

        Assert.Equal("TestSub FAILED, TestRows(n: 2) FAILED", seen.Results());
    }

    [Fact]
    public void Failures_outside_of_what_is_selected_leave_the_selection_as_it_is()
    {
        var notebook = _folder.Open().Given(Tests, "Ipytest.Run();");

        var seen = notebook.Run("Ipytest.Run(\"--lf -k add\");");

        Assert.Contains("run-last-failure: 2 known failures not in selected tests\n.", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ff_runs_what_failed_first_and_then_the_rest()
    {
        var notebook = _folder.Open().Given(Tests, "Ipytest.Run();");

        var seen = notebook.Run("Ipytest.Run(\"--ff -v\");");

        Assert.Equal(
            "TestSub FAILED, TestRows(n: 2) FAILED, TestAdd PASSED, TestRows(n: 1) PASSED, TestRows(n: 3) PASSED, CalcTests::Mul PASSED, TestLast PASSED",
            seen.Results());
        Assert.Contains("run-last-failure: rerun previous 2 failures first\n", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ff_keeps_its_order_where_a_class_comes_again_behind_a_function()
    {
        var notebook = _folder.Open().Given("""
            public class ATests { [Fact] public void Good() { } [Fact] public void Bad() => Xunit.Assert.Fail("no"); }
            [Fact] void TestGood() { }
            [Fact] void TestBad() => Assert(false);
            """, "Ipytest.Run();");

        Assert.Equal("ATests::Bad FAILED, TestBad FAILED, ATests::Good PASSED, TestGood PASSED", notebook.Run("Ipytest.Run(\"--ff -v\");").Results());
    }

    [Fact]
    public void Nf_runs_first_what_no_run_has_seen()
    {
        var notebook = _folder.Open().Given(Tests, "Ipytest.Run(\"-k 'last or mul'\");");

        Assert.Equal(
            "TestAdd PASSED, TestSub FAILED, TestRows(n: 1) PASSED, TestRows(n: 2) FAILED, TestRows(n: 3) PASSED, CalcTests::Mul PASSED, TestLast PASSED",
            notebook.Run("Ipytest.Run(\"--nf -v\");").Results());
        notebook.Given("void TestNew() { }");
        Assert.StartsWith("TestNew PASSED, TestAdd PASSED", notebook.Run("Ipytest.Run(\"--nf -v\");").Results(), StringComparison.Ordinal);
    }

    [Fact]
    public void With_lfnf_none_nothing_runs_where_nothing_failed()
    {
        var seen = _folder.Open().Given(Tests).Run("Ipytest.Run(\"--lf --lfnf=none\")");

        Assert.Contains("run-last-failure: no previously failed tests, deselecting all items.\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("7 deselected in", seen.Text, StringComparison.Ordinal);
        Assert.Equal("ExitCode.NoTestsCollected", seen.Value);
    }

    [Fact]
    public void Sw_stops_at_the_first_failure_and_goes_on_from_it()
    {
        var notebook = _folder.Open().Given(Tests);

        var first = notebook.Run("Ipytest.Run(\"--sw\")");
        Assert.Contains("stepwise: no previously failed tests, not skipping.\n.F", first.Text, StringComparison.Ordinal);
        Assert.Contains("!!! Interrupted: Test failed, continuing from this test next run. !!!", first.Text, StringComparison.Ordinal);
        Assert.Contains("\n1 failed, 1 passed in", first.Text, StringComparison.Ordinal);
        Assert.Equal("ExitCode.Interrupted", first.Value);

        // As in pytest since 8.4, a run without the option does not forget where it stopped.
        notebook.Given("Ipytest.Run(\"-k add\");");
        var second = notebook.Run("Ipytest.Run(\"--sw -v\");");
        Assert.Equal("TestSub FAILED", second.Results());
        Assert.Contains("stepwise: skipping 1 already passed items.\n", second.Text, StringComparison.Ordinal);

        Assert.Equal("TestSub FAILED, TestRows(n: 1) PASSED, TestRows(n: 2) FAILED", notebook.Run("Ipytest.Run(\"--sw-skip -v\");").Results());
        notebook.Given("wrong = false;");
        Assert.Equal("TestRows(n: 2) PASSED, TestRows(n: 3) PASSED, CalcTests::Mul PASSED, TestLast PASSED", notebook.Run("Ipytest.Run(\"--sw -v\");").Results());
        Assert.Contains("no previously failed tests", notebook.Run("Ipytest.Run(\"--sw\");").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_explains_itself_and_keeps_out_of_git()
    {
        _folder.Open().Given(Tests, "Ipytest.Run();");

        Assert.Equal("# Created by ipytest automatically.\n*\n", File.ReadAllText(_folder.PathOf(".ipytest_cache/.gitignore")));
        Assert.StartsWith("Signature: 8a477f597d28d172789f06886806bc55\n", File.ReadAllText(_folder.PathOf(".ipytest_cache/CACHEDIR.TAG")), StringComparison.Ordinal);
        Assert.Contains("Do not", File.ReadAllText(_folder.PathOf(".ipytest_cache/README.md")), StringComparison.Ordinal);
        Assert.Equal("{\n  \"Notebook.ipynb::TestSub\": true,\n  \"Notebook.ipynb::TestRows(n: 2)\": true\n}", _folder.Cached("lastfailed")?.ReplaceLineEndings("\n"));
        Assert.Empty(Directory.EnumerateFiles(_folder.Root, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void Cache_clear_forgets()
    {
        var notebook = _folder.Open().Given(Tests, "Ipytest.Run();");

        var seen = notebook.Run("Ipytest.Run(\"--cache-clear --lf\");");

        Assert.Contains("no previously failed tests", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_plugin_nothing_is_read_or_written()
    {
        var notebook = _folder.Open().Given(Tests, "Ipytest.Run(\"-p no:cacheprovider\");");

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
        var seen = notebook.Run("Ipytest.Run(\"-p no:cacheprovider --lf\")");
        Assert.Equal("ExitCode.UsageError", seen.Value);
        Assert.Contains("unrecognized arguments: --lf (-p no:cacheprovider leaves out the plugin", seen.ErrorText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lastfailed", "{ \"half", "--lf")]
    [InlineData("lastfailed", "[1, 2]", "--ff")]
    [InlineData("nodeids", "{}", "--nf")]
    [InlineData("stepwise", "[]", "--sw -k 'add or mul'")]
    public void What_cannot_be_read_is_ignored_with_a_warning_once(string key, string text, string arguments)
    {
        _folder.With($".ipytest_cache/v/cache/{key}", text);
        var notebook = _folder.Open().Given(Tests, "wrong = false;");

        var seen = notebook.Run($"Ipytest.Run(\"{arguments}\")");

        Assert.Contains($"{_folder.PathOf($".ipytest_cache/v/cache/{key}")} contains unreadable content, will be ignored\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains(" 1 warning in", seen.Text, StringComparison.Ordinal);
        Assert.Equal("ExitCode.Ok", seen.Value);
        Assert.DoesNotContain("warning", notebook.Run($"Ipytest.Run(\"{arguments}\");").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_warning_and_no_failure()
    {
        // A file in its place stops even an administrator.
        _folder.With(".ipytest_cache", "");

        var seen = _folder.Open().Given("void TestGood() { }").Run("Ipytest.Run()");

        Assert.Contains($"cache could not write path {_folder.PathOf(".ipytest_cache/v/cache/nodeids")}: ", seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 passed, 1 warning in", seen.Text, StringComparison.Ordinal);
        Assert.Equal("ExitCode.Ok", seen.Value);
    }

    [Fact]
    public void Notebooks_of_one_folder_keep_each_others_failures()
    {
        var one = _folder.Open("One.ipynb").Given("void TestOne() => Assert(false);");
        var two = _folder.Open("Two.ipynb").Given("void TestTwo() => Assert(false);");

        one.Given("Ipytest.Run();");
        two.Given("Ipytest.Run();");

        Assert.Contains("One.ipynb::TestOne", _folder.Cached("lastfailed"), StringComparison.Ordinal);
        Assert.Contains("Two.ipynb::TestTwo", _folder.Cached("lastfailed"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_theory_that_could_not_be_taken_apart_is_known_again_by_its_rows()
    {
        var notebook = _folder.Open().Given(
            "var broken = true; IEnumerable<object[]> Data() { if (broken) throw new Exception(\"no data\"); return new[] { new object[] { 1 }, new object[] { 2 } }; }",
            "[Theory, MemberData(nameof(Data))] void TestData(int n) { } void TestOther() { }",
            "Ipytest.Run();",
            "broken = false;");

        Assert.Equal("TestData(n: 1) PASSED, TestData(n: 2) PASSED", notebook.Run("Ipytest.Run(\"--lf -v\");").Results());
        Assert.Contains("no previously failed tests", notebook.Run("Ipytest.Run(\"--lf\");").Text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
