using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>The letters of <c>-r</c>, and what is left out of a report.</summary>
public sealed class OutcomeSummarySpecs
{
    private const string Tests = """
        void TestAdd() => Console.WriteLine("adding");
        void TestSub() => Assert(3 - 1 == 1);
        [Theory, InlineData(1), InlineData(2), Skip("not here")]
        void TestRows(int n) { }
        [Fact(Skip = "not yet")]
        void TestLater() { }
        [XFail("bug 1")]
        void TestBug() { Console.WriteLine("in the bug"); Assert(false); }
        [XFail]
        void TestBug2() => Assert(false);
        [XFail("bug 3")]
        void TestFixed() { Console.WriteLine("fixed"); }
        """;

    [Fact]
    public void All_letters_list_all_outcomes()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        ApprovedText.Verify(Durations.Hide(notebook.Run("Ipytest.Run(\"-rA --tb=short\");").Text));
    }

    [Fact]
    public void Verbose_lines_give_reasons()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var lines = notebook.Run("Ipytest.Run(\"-v --tb=no\");").Text;

        Assert.Matches(@"\nNotebook\.ipynb::TestRows\(n: 2\) SKIPPED \(not here\) +\[ 50%\]\n", lines);
        Assert.Matches(@"\nNotebook\.ipynb::TestBug XFAIL \(bug 1\) +\[ 75%\]\n", lines);
        Assert.Matches(@"\nNotebook\.ipynb::TestBug2 XFAIL +\[ 87%\]\n", lines);
        Assert.Matches(@"\nNotebook\.ipynb::TestFixed XPASS \(bug 3\) +\[100%\]\n", lines);
        Assert.Contains(" 1 failed, 1 passed, 3 skipped, 2 xfailed, 1 xpassed in", lines, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "FAILED Notebook.ipynb::TestSub - ")]
    [InlineData("-rs", "SKIPPED [2] In[1]:3: not here\nSKIPPED [1] In[1]:5: not yet\n")]
    [InlineData("-rx", "XFAIL Notebook.ipynb::TestBug - bug 1\nXFAIL Notebook.ipynb::TestBug2\n")]
    [InlineData("-rX", "XPASS Notebook.ipynb::TestFixed - bug 3\n")]
    [InlineData("-rp", "PASSED Notebook.ipynb::TestAdd\n")]
    [InlineData("-rw", "")]
    [InlineData("-rN", "")]
    [InlineData("-rE", "")]
    [InlineData("-rxs", "XFAIL Notebook.ipynb::TestBug - bug 1\nXFAIL Notebook.ipynb::TestBug2\nSKIPPED [2] In[1]:3: not here\n")]
    [InlineData("-ra", "SKIPPED [2] In[1]:3: not here\nSKIPPED [1] In[1]:5: not yet\nXFAIL Notebook.ipynb::TestBug - bug 1\nXFAIL Notebook.ipynb::TestBug2\nXPASS Notebook.ipynb::TestFixed - bug 3\nFAILED ")]
    public void Each_letter_lists_its_outcome(string arguments, string expected)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var text = notebook.Run($"Ipytest.Run(\"--tb=no {arguments}\");").Text;

        var lines = text.Split(" short test summary info ") is [_, var below] ? below[(below.IndexOf('\n', StringComparison.Ordinal) + 1)..] : "";
        Assert.Equal(expected.Length > 0, lines.Length > 0);
        Assert.StartsWith(expected, lines, StringComparison.Ordinal);
    }

    [Fact]
    public void P_shows_what_passed_tests_have_written()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var text = notebook.Run("Ipytest.Run(\"-rP\");").Text;

        Assert.Matches("=== PASSES ===+\n_+ TestAdd _+\n-+ Captured stdout call -+\nadding\n", text);
        Assert.DoesNotContain("fixed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("short test summary", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_summary_leaves_only_the_progress_and_the_counts()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var text = notebook.Run("Ipytest.Run(\"--no-summary -rA\");").Text;

        Assert.Matches(@"^\.FsssxxX +\[100%\]\n1 failed, 1 passed, 3 skipped, 2 xfailed, 1 xpassed in \d+\.\d\ds\n$", text);
    }

    [Theory]
    [InlineData("--co -q", "Notebook.ipynb::TestAdd\nNotebook.ipynb::TestSub\n\n2/8 tests collected (6 deselected) in ")]
    [InlineData("--co -qq", "Notebook.ipynb: 2\n")]
    [InlineData("--co -v", "\n<Notebook Notebook.ipynb>\n  <Function TestAdd>\n  <Function TestSub>\n\n===")]
    public void Collect_only_lists_in_pytests_forms(string arguments, string expected)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var text = notebook.Run($"Ipytest.Run(\"{arguments} -k 'add or sub'\");").Text;

        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain("adding", text, StringComparison.Ordinal);
    }
}
