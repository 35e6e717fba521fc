using Xunit;

namespace IpytestNet.Specs.Doctests;

/// <summary>The option flags of doctest.</summary>
public sealed class FlagSpecs
{
    [Theory]
    [InlineData(">>> \"one two three\" // doctest: +ELLIPSIS\none ... three")]
    [InlineData(">>> \"one two three\" // doctest:+ELLIPSIS\n...two...")]
    [InlineData(">>> Console.WriteLine(\"one\\ntwo\\nthree\") // doctest: +ELLIPSIS\none\n...\nthree")]
    [InlineData(">>> \"a  b\" // doctest: +NORMALIZE_WHITESPACE\na b")]
    [InlineData(">>> \"a\\n b\" // doctest: +NORMALIZE_WHITESPACE, +ELLIPSIS\na b...")]
    [InlineData(">>> Add(1, 2) // doctest: +SKIP\n4\n>>> Add(1, 2)\n3")]
    [InlineData(">>> Fail(\"a\") // doctest: +IGNORE_EXCEPTION_DETAIL\nThrows InvalidOperationException: something else")]
    [InlineData(">>> Fail(\"code 17\") // doctest: +ELLIPSIS\nThrows InvalidOperationException: code ...")]
    [InlineData(">>> Math.PI // doctest: +NUMBER\n3.14")]
    [InlineData(">>> new[] { 0.333333, 1e-9 } // doctest: +NUMBER\n[0.33, 0.0]")]
    [InlineData(">>> \"&lt;BLANKLINE>\" // doctest: +DONT_ACCEPT_BLANKLINE\n&lt;BLANKLINE>")]
    [InlineData("\"one two\" // => one ... // doctest: +ELLIPSIS")]
    [InlineData("// doctest: +ELLIPSIS\n\"one two\" // => one ...\n\"three four\" // => three ...")]
    [InlineData("// doctest: +ELLIPSIS\n\"one two\" // => one ...\n\"three...\" // => three... // doctest: -ELLIPSIS")]
    public void An_option_of_one_example(string code)
    {
        var seen = DocumentedCell.Examine(code);

        Assert.True(seen.Run is ExitCode.Ok, seen.Text + seen.ErrorText);
    }

    [Theory]
    [InlineData(">>> \"one two three\"\none ... three", "note: with '// doctest: +ELLIPSIS' the dots stand for any text")]
    [InlineData(">>> \"a  b\"\na b", "note: they differ in white space alone; '// doctest: +NORMALIZE_WHITESPACE' makes it all alike")]
    [InlineData(">>> Math.PI\n3.14", "Got:\n    3.141592653589793")]
    [InlineData(">>> Math.PI // doctest: +NUMBER\n3.16", "Got:\n    3.14")]
    [InlineData(">>> \"one two three\" // doctest: +ELLIPSIS\none ... two ... two three", "Got:\n    one two three")]
    public void Without_it_the_example_fails(string code, string expected)
    {
        var seen = DocumentedCell.Examine(code);

        Assert.Contains(expected, seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
    }

    [Theory]
    [InlineData("--doctest-option=ELLIPSIS")]
    [InlineData("--doctest-option ELLIPSIS --doctest-option NORMALIZE_WHITESPACE")]
    [InlineData("--doctest-option='ELLIPSIS NORMALIZE_WHITESPACE'")]
    public void An_option_of_the_run_holds_for_all_examples_but_those_that_take_it_back(string options)
    {
        const string code = ">>> \"one two\"\none ...\n>>> \"one two\" // doctest: -ELLIPSIS\none ...";

        var seen = DocumentedCell.Examine(code, options);

        Assert.Contains("005 >>> \"one two\" // doctest: -ELLIPSIS\nExpected:\n    one ...\n", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_option_of_the_run_is_refused_with_those_that_there_are()
    {
        var seen = DocumentedCell.Examine(">>> 1\n1", "--doctest-option=ELIPSIS");

        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Contains(
            "error: argument --doctest-option: invalid choice: 'ELIPSIS' (choose from 'ELLIPSIS', 'NORMALIZE_WHITESPACE', 'SKIP', "
            + "'IGNORE_EXCEPTION_DETAIL', 'NUMBER', 'DONT_ACCEPT_BLANKLINE')\n",
            seen.ErrorText,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">>> Add(1, 2) // doctest: +SKIP\n4", "")]
    [InlineData("// doctest: +SKIP\nThis is no code at all.", "")]
    [InlineData("Add(1, 2) // => 4 // doctest: +SKIP", "")]
    [InlineData(">>> Add(1, 2)\n4", "--doctest-option=SKIP")]
    public void Examples_all_of_which_are_skipped_are_a_skipped_test(string code, string options)
    {
        var seen = DocumentedCell.Examine(code, $"-v {options}");

        Assert.Contains("Notebook.F SKIPPED (all tests skipped by +SKIP option)", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, seen.Run);
    }

    [Fact]
    public void A_run_stops_at_the_first_mismatch_of_an_example_unless_it_is_told_to_go_on()
    {
        const string code = ">>> Add(1, 2)\n4\n>>> Add(1, 2)\n3\n>>> Add(1, 2)\n5";

        Assert.DoesNotContain("    5", DocumentedCell.Examine(code).Text, StringComparison.Ordinal);
        var seen = DocumentedCell.Examine(code, "--doctest-continue-on-failure");

        Assert.Contains("In[2]:3: DocTestFailure", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Expected:\n    5\nGot:\n    3\n\nIn[2]:7: DocTestFailure", seen.Text, StringComparison.Ordinal);
        Assert.Contains("\n1 failed in", seen.Text, StringComparison.Ordinal);
    }
}
