using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>
/// What each option must show, row by row: through <c>Ipytest.Run</c> in a later cell, and on the <c>%%ipytest</c> line of the cell
/// itself. Rows of other concerns have theories of their own in parts of this class.
/// </summary>
public sealed partial class PytestOptionsCorpusSpecs
{
    private const string Cell = """
        [Fact] void TestAdd() => Assert(1 + 1 == 2);
        [Fact] void TestSub() => Assert(3 - 1 == 1);                          // fails
        [Theory, InlineData(1), InlineData(2), InlineData(3)] void TestRows(int n) { Console.WriteLine($"row {n}"); Assert(n != 2); }   // 2 fails
        [Fact, Mark("slow")] async Task TestSlow() { await Task.Delay(20); }
        public class CalcTests { [Fact] public void Mul() => Assert.Equal(6, 2 * 3); [Fact(Skip = "not yet")] public void Div() { } }
        """;

    private const string InOrder =
        "TestAdd PASSED, TestSub FAILED, TestRows(n: 1) PASSED, TestRows(n: 2) FAILED, TestRows(n: 3) PASSED, TestSlow PASSED, CalcTests::Mul PASSED, CalcTests::Div SKIPPED";

    [Theory]
    [InlineData("", ExitCode.TestsFailed, ".F.F...s", "[100%]", "\n2 failed, 5 passed, 1 skipped in ", "FAILED Notebook.ipynb::TestSub - ")]
    [InlineData("-v", ExitCode.TestsFailed, "\nNotebook.ipynb::TestAdd PASSED ", " [ 12%]\n", "\nNotebook.ipynb::TestRows(n: 1) PASSED ")]
    [InlineData("-k add", ExitCode.Ok, "\n1 passed, 7 deselected in ")]
    [InlineData("-k \"Add or Sub\"", ExitCode.TestsFailed, "\n1 failed, 1 passed, 6 deselected in ")]
    [InlineData("-k \"not rows\"", ExitCode.TestsFailed, "\n1 failed, 3 passed, 1 skipped, 3 deselected in ")]
    [InlineData("-k \"calc and mul\"", ExitCode.Ok, "\n1 passed, 7 deselected in ")]
    [InlineData("-x", ExitCode.TestsFailed, "stopping after 1 failures", "\n1 failed, 1 passed in ")]
    [InlineData("--maxfail=2", ExitCode.TestsFailed, "stopping after 2 failures", "\n2 failed, 2 passed in ")]
    [InlineData("--deselect {TestSub}", ExitCode.TestsFailed, "1 failed, 5 passed, 1 skipped, 1 deselected in ")]
    [InlineData("--collect-only -v", ExitCode.Ok, "<Notebook Notebook.ipynb>\n  <Function TestAdd>\n", "  <Class CalcTests>\n    <Function Mul>\n", " 8 tests collected in ")]
    [InlineData("--collect-only -q", ExitCode.Ok, "Notebook.ipynb::TestAdd\n", "Notebook.ipynb::CalcTests::Div\n", "\n8 tests collected in ")]
    [InlineData("--co -k nothing", ExitCode.NoTestsCollected, "no tests collected (8 deselected) in ")]
    [InlineData("-rA", ExitCode.TestsFailed, "=== PASSES ===", "\nPASSED Notebook.ipynb::TestAdd\n", "\nSKIPPED [1] In[1]:", "\nFAILED Notebook.ipynb::TestSub - ")]
    [InlineData("-rs", ExitCode.TestsFailed, "short test summary info", "\nSKIPPED [1] In[1]:")]
    [InlineData("--random-order=7", ExitCode.TestsFailed, "random-order: seed 7\n", "\n2 failed, 5 passed, 1 skipped in ")]
    [InlineData("--lf", ExitCode.TestsFailed, "run-last-failure: no previously failed tests, not deselecting items.\n", "\n2 failed, 5 passed, 1 skipped in ")]
    [InlineData("--sw", ExitCode.Interrupted, "stepwise: no previously failed tests, not skipping.\n", "Interrupted: Test failed, continuing from this test next run.", "\n1 failed, 1 passed in ")]
    [InlineData("--markers", ExitCode.Ok, "[Skip(reason)]: skip the given test function ")]
    [InlineData("-q", ExitCode.TestsFailed, ".F.F...s ", "\n2 failed, 5 passed, 1 skipped in ")]
    [InlineData("-qq", ExitCode.TestsFailed, "FAILED Notebook.ipynb::TestSub - ", "\n2 failed, 5 passed, 1 skipped in ")]
    public void An_option_shows(string arguments, ExitCode exitCode, params string[] shown) => Both(arguments, seen =>
    {
        Assert.Equal(exitCode, seen.Run);
        foreach (var text in shown)
            Assert.Contains(text, seen.Text, StringComparison.Ordinal);
    });

    // AutoConfig() asks for -q, which -v takes back.
    [Fact]
    public void A_collection_is_a_tree_where_nothing_asks_for_quiet() => Both("--collect-only", seen =>
    {
        Assert.Contains("<Notebook Notebook.ipynb>\n  <Function TestAdd>\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("\n  <Class CalcTests>\n    <Function Mul>\n", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("row 1", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, seen.Run);
    }, before: "Ipytest.Config(addopts: []);");

    [Theory]
    [InlineData("-q", "===== test session starts")]
    [InlineData("-qq", "FAILURES")]
    [InlineData("-rs", "FAILED Notebook")]
    [InlineData("-rx", "short test summary info")]
    [InlineData("-rN", "short test summary info")]
    [InlineData("--collect-only", "row 1")]
    public void An_option_hides(string arguments, string hidden) => Both(arguments, seen =>
    {
        Assert.NotEmpty(seen.Text);
        Assert.DoesNotContain(hidden, seen.Text, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("", "TestAdd, TestSub, TestRows(n: 1), TestRows(n: 2), TestRows(n: 3), TestSlow, CalcTests::Mul, CalcTests::Div")]
    [InlineData("-k add", "TestAdd")]
    [InlineData("-k \"Add or Sub\"", "TestAdd, TestSub")]
    [InlineData("-k \"not rows\"", "TestAdd, TestSub, TestSlow, CalcTests::Mul, CalcTests::Div")]
    [InlineData("-k \"calc and mul\"", "CalcTests::Mul")]
    [InlineData("-k TestAdd -k TestSub", "TestSub")]
    [InlineData("-m slow", "TestSlow")]
    [InlineData("-m \"not slow\"", "TestAdd, TestSub, TestRows(n: 1), TestRows(n: 2), TestRows(n: 3), CalcTests::Mul, CalcTests::Div")]
    [InlineData("{TestAdd}", "TestAdd")]
    [InlineData("{MODULE}::TestAdd", "TestAdd")]
    [InlineData("{MODULE}::CalcTests::Mul", "CalcTests::Mul")]
    [InlineData("\"{MODULE}::TestRows(n: 2)\"", "TestRows(n: 2)")]
    [InlineData("{CalcTests}", "CalcTests::Mul, CalcTests::Div")]
    [InlineData("{CalcTests} {TestAdd} \"{MODULE}::TestRows(n: 3)\"", "TestAdd, TestRows(n: 3), CalcTests::Mul, CalcTests::Div")]
    [InlineData("--deselect {TestSub} --deselect {TestRows}", "TestAdd, TestSlow, CalcTests::Mul, CalcTests::Div")]
    [InlineData("--ignore=Notebook.ipynb", "")]
    public void A_selection_lists(string arguments, string tests) => Both($"--co -q {arguments}", seen => Assert.Equal(tests, seen.Listed()));

    [Theory]
    [InlineData("-k nightly", "TestDeep")]
    [InlineData("-k NIGHT", "TestDeep")]
    [InlineData("-k database", "TestQuery")]
    [InlineData("-k deep", "TestDeep")]
    [InlineData("-k \"notebook and not three\"", "TestDeep, TestQuery, TestOne, TestTwo, TestFour")]
    [InlineData("-m nightly", "TestDeep")]
    [InlineData("-m night", "")]
    [InlineData("-m TestDeep", "")]
    [InlineData("-m database", "TestQuery")]
    [InlineData("-m layer", "TestQuery")]
    [InlineData("-m \"not (nightly or layer)\"", "TestOne, TestTwo, TestThree, TestFour")]
    [InlineData("-m \"a and (b or not c)\"", "TestOne, TestThree")]
    public void A_marker_or_a_trait_selects(string arguments, string tests) => Both($"--co -q {arguments}", seen => Assert.Equal(tests, seen.Listed()), """
        [Fact, Mark("nightly")] void TestDeep() { }
        [Fact, Trait("layer", "database")] void TestQuery() { }
        [Fact, Mark("a"), Mark("b"), Mark("c")] void TestOne() { }
        [Fact, Mark("a"), Mark("c")] void TestTwo() { }
        [Fact, Mark("a")] void TestThree() { }
        [Fact, Mark("b")] void TestFour() { }
        """);

    [Theory]
    [InlineData("-k \"add and\"", "Wrong expression passed to '-k': add and: at column 8: expected not OR left parenthesis OR identifier; got end of input")]
    [InlineData("-k \"(\"", "Wrong expression passed to '-k': (: at column 2: expected not OR left parenthesis OR identifier; got end of input")]
    [InlineData("-m \"slow or\"", "Wrong expression passed to '-m': slow or: at column 8: ")]
    [InlineData("{MODULE}::Nope", "ERROR: not found: Notebook.ipynb::Nope\n(no match in any of [<Module Notebook.ipynb>])\n")]
    [InlineData("--foo", "usage: %%ipytest [options] [file_or_dir] [file_or_dir] [...]\n%%ipytest: error: unrecognized arguments: --foo\n")]
    public void A_mistake_is_told(string arguments, string message) => Both(arguments, seen =>
    {
        Assert.Contains(message, seen.ErrorText, StringComparison.Ordinal);
        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Equal("", seen.Text);
    });

    [Fact]
    public void An_unknown_name_in_braces_raises() => Both("{NOPE}", seen =>
    {
        Assert.Contains("Unknown format key 'NOPE' (known keys: ['MODULE'])", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("{MODULE}::NOPE", seen.ErrorShown, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("", "--lf", "TestSub FAILED, TestRows(n: 2) FAILED", "run-last-failure: rerun previous 2 failures\n")]
    [InlineData("-k add", "--lf", InOrder, "run-last-failure: no previously failed tests, not deselecting items.\n")]
    [InlineData("", "--ff", "TestSub FAILED, TestRows(n: 2) FAILED, TestAdd PASSED, TestRows(n: 1) PASSED, TestRows(n: 3) PASSED, TestSlow PASSED, CalcTests::Mul PASSED, CalcTests::Div SKIPPED", "run-last-failure: rerun previous 2 failures first\n")]
    [InlineData("", "--sw", "TestAdd PASSED, TestSub FAILED", "stepwise: no previously failed tests, not skipping.\n")]
    [InlineData("--sw", "--sw", "TestSub FAILED", "stepwise: skipping 1 already passed items.\n")]
    public void After_a_run_an_option_goes_by_it(string ofRun, string arguments, string results, string note) =>
        Both($"-v {arguments}", seen =>
        {
            Assert.Equal(results, seen.Results());
            Assert.Contains(note, seen.Text, StringComparison.Ordinal);
        }, before: $"Ipytest.Run(\"-q {ofRun}\");");

    [Fact]
    public void A_random_order_is_that_of_its_seed() => InBothForms("-v --random-order=7", form =>
    {
        var (first, second) = (form.Run(), form.Run());

        Assert.Contains("random-order: seed 7\n", first.Text, StringComparison.Ordinal);
        Assert.NotEqual(InOrder, first.Results());
        Assert.Equal(InOrder.Split(", ").Order(StringComparer.Ordinal), first.Results().Split(", ").Order(StringComparer.Ordinal));
        Assert.Equal(first.Results(), second.Results());
    });

    [Fact]
    public void A_cell_with_no_test_ends_with_5() => Both("", seen =>
    {
        Assert.Contains("no tests ran in 0.", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NoTestsCollected, seen.Run);
    }, "var x = 1;");
}
