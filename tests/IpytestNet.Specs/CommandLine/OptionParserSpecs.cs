using IpytestNet.CommandLine;
using Xunit;

namespace IpytestNet.Specs.CommandLine;

public sealed class OptionParserSpecs
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("-q", -1)]
    [InlineData("-qq", -2)]
    [InlineData("-q -q", -2)]
    [InlineData("--quiet", -1)]
    [InlineData("-v", 1)]
    [InlineData("-vv", 2)]
    [InlineData("--verbose -v", 2)]
    [InlineData("-vq", 0)]
    [InlineData("-vvq", 1)]
    [InlineData("-xq", -1)]
    public void Verbosity_adds_up_within_one_list(string line, int expected) =>
        Assert.Equal(expected, Parse(line).Verbosity);

    [Theory]
    [InlineData("-q", "-v", "", 1)]
    [InlineData("-q", "-x", "", -1)]
    [InlineData("-q", "-vq", "", 0)]
    [InlineData("-qq", "-q", "", -1)]
    [InlineData("-q", "", "-v", 1)]
    [InlineData("-q", "-q", "-vv", 2)]
    [InlineData("-vv", "--color=no", "--tb=no", 2)]
    public void A_later_list_replaces_the_verbosity_of_an_earlier_one(string addopts, string arguments, string appended, int expected) =>
        Assert.Equal(expected, OptionParser.Parse(Words(addopts), Words(arguments), Words(appended)).Verbosity);

    [Theory]
    [InlineData("-k", "add")]
    [InlineData("-kadd")]
    [InlineData("-k=add")]
    [InlineData("-qk", "add")]
    [InlineData("-xqkadd")]
    [InlineData("-k", "sub", "-k", "add")]
    [InlineData("-k add")]
    public void A_keyword_expression_may_be_written_in_each_way_of_pytest(params string[] arguments) =>
        Assert.Equal("add", Parse(arguments).Keyword?.ToString());

    [Fact]
    public void A_keyword_expression_may_be_several_words() =>
        Assert.Equal("not slow", Parse(["-k", "not slow"]).Keyword?.ToString());

    [Fact]
    public void Without_a_keyword_expression_there_is_none() =>
        Assert.Null(Parse("-q").Keyword);

    [Fact]
    public void An_empty_keyword_expression_takes_back_the_configured_one()
    {
        var options = OptionParser.Parse(["-k", "add"], ["-k", ""], []);

        Assert.True(options.Keyword!.Matches(_ => false));
    }

    [Theory]
    [InlineData("a.ipynb::T -q")]
    [InlineData("-q a.ipynb::T")]
    [InlineData("-q -- a.ipynb::T")]
    public void Targets_may_stand_before_and_after_options(string line)
    {
        var options = Parse(line);

        Assert.Equal(["a.ipynb::T"], options.Targets);
        Assert.Equal(-1, options.Verbosity);
    }

    [Fact]
    public void Targets_of_all_lists_add_up_in_order() =>
        Assert.Equal(["a", "b", "c", "d"], OptionParser.Parse(["a"], ["b", "-x", "c"], ["d"]).Targets);

    [Fact]
    public void After_two_dashes_all_are_targets() =>
        Assert.Equal(["-x", "--", "--foo"], Parse("-- -x -- --foo").Targets);

    [Fact]
    public void Two_dashes_do_not_reach_into_the_next_list()
    {
        var options = OptionParser.Parse([], ["--", "a"], ["-x"]);

        Assert.Equal(["a"], options.Targets);
        Assert.Equal(1, options.MaxFail);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("n.ipynb::Rows(n: -1)")]
    public void What_does_not_begin_like_an_option_is_a_target(string argument) =>
        Assert.Equal([argument], Parse([argument]).Targets);

    [Theory]
    [InlineData("", 0)]
    [InlineData("-x", 1)]
    [InlineData("--exitfirst", 1)]
    [InlineData("--maxfail=3", 3)]
    [InlineData("--maxfail 3", 3)]
    [InlineData("-x --maxfail=2", 2)]
    [InlineData("--maxfail=2 -x", 1)]
    [InlineData("-x --maxfail=0", 0)]
    public void A_run_stops_after_the_failures_that_the_last_option_allows(string line, int expected) =>
        Assert.Equal(expected, Parse(line).MaxFail);

    [Theory]
    [InlineData("--collect-only")]
    [InlineData("--co")]
    [InlineData("--collect")]
    [InlineData("--coll")]
    public void A_long_option_may_be_abbreviated_while_it_is_clear(string argument) =>
        Assert.True(Parse(argument).CollectOnly);

    [Fact]
    public void An_abbreviation_may_have_a_value() =>
        Assert.Equal(2, Parse("--max=2").MaxFail);

    [Theory]
    [InlineData("--col", "--collect-only, --color")]
    [InlineData("--ver", "--verbose, --verbosity, --version")]
    [InlineData("--de=x", "--debug, --deselect")]
    public void An_abbreviation_that_may_mean_several_is_an_error(string argument, string names) =>
        Assert.Equal($"ambiguous option: {argument.Split('=')[0]} could match {names}", Refusal(argument).Message);

    [Fact]
    public void Deselected_prefixes_add_up_over_all_lists() =>
        Assert.Equal(["a", "b", "c"], OptionParser.Parse(["--deselect", "a"], ["--deselect=b"], ["--deselect", "c"]).Deselect);

    [Theory]
    [InlineData("", TracebackStyle.Auto)]
    [InlineData("--tb=auto", TracebackStyle.Auto)]
    [InlineData("--tb=long", TracebackStyle.Long)]
    [InlineData("--tb short", TracebackStyle.Short)]
    [InlineData("--tb=line", TracebackStyle.Line)]
    [InlineData("--tb=native", TracebackStyle.Native)]
    [InlineData("--tb=short --tb=no", TracebackStyle.No)]
    public void Each_traceback_style_of_pytest_is_known(string line, TracebackStyle expected) =>
        Assert.Equal(expected, Parse(line).Traceback);

    [Theory]
    [InlineData("", ColorMode.Auto)]
    [InlineData("--color=yes", ColorMode.Yes)]
    [InlineData("--color no", ColorMode.No)]
    [InlineData("--color=yes --color=auto", ColorMode.Auto)]
    public void Each_color_mode_is_known(string line, ColorMode expected) =>
        Assert.Equal(expected, Parse(line).Color);

    [Theory]
    [InlineData("", false)]
    [InlineData("-s", true)]
    [InlineData("-sx", true)]
    [InlineData("--capture=no", true)]
    [InlineData("-s --capture=fd", false)]
    [InlineData("-s --capture sys", false)]
    public void Output_is_captured_unless_asked_otherwise(string line, bool expected) =>
        Assert.Equal(expected, Parse(line).NoCapture);

    [Theory]
    [InlineData("-h")]
    [InlineData("--help")]
    [InlineData("-qh")]
    [InlineData("--help --foo")]
    public void Help_is_given_even_beside_an_unknown_option(string line) =>
        Assert.True(Parse(line).Help);

    [Theory]
    [InlineData("-V")]
    [InlineData("--version")]
    public void The_version_can_be_asked_for(string line) =>
        Assert.True(Parse(line).Version);

    [Theory]
    [InlineData("--foo", "--foo")]
    [InlineData("--foo=1", "--foo=1")]
    [InlineData("--foo -x --bar", "--foo --bar")]
    [InlineData("-y", "-y")]
    [InlineData("-qyx", "-qyx")]
    [InlineData("-5", "-5")]
    public void Unknown_options_are_listed_together(string line, string listed)
    {
        var error = Refusal(line);

        Assert.Equal($"unrecognized arguments: {listed}", error.Message);
        Assert.True(error.ShowsUsage);
    }

    [Fact]
    public void Unknown_options_of_all_lists_are_listed_together()
    {
        var error = Assert.Throws<UsageException>(() => OptionParser.Parse(["--a1"], ["--b2"], ["--c3"]));

        Assert.Equal("unrecognized arguments: --a1 --b2 --c3", error.Message);
    }

    [Theory]
    [InlineData("--color=x", "argument --color: invalid choice: 'x' (choose from 'yes', 'no', 'auto')")]
    [InlineData("--color=YES", "argument --color: invalid choice: 'YES' (choose from 'yes', 'no', 'auto')")]
    [InlineData("--tb=", "argument --tb: invalid choice: '' (choose from 'auto', 'long', 'short', 'line', 'native', 'no')")]
    [InlineData("--capture=tee-sys", "argument --capture: invalid choice: 'tee-sys' (choose from 'fd', 'sys', 'no')")]
    [InlineData("--maxfail=two", "argument --maxfail: invalid int value: 'two' (write a whole number, 0 or more)")]
    [InlineData("--maxfail -1", "argument --maxfail: invalid int value: '-1' (write a whole number, 0 or more)")]
    [InlineData("--maxfail=99999999999", "argument --maxfail: invalid int value: '99999999999' (write a whole number, 0 or more)")]
    [InlineData("-k", "argument -k: expected one argument")]
    [InlineData("-k -x", "argument -k: expected one argument")]
    [InlineData("--deselect --", "argument --deselect: expected one argument")]
    [InlineData("--exitfirst=1", "argument -x/--exitfirst: ignored explicit argument '1'")]
    [InlineData("-x=1", "argument -x/--exitfirst: ignored explicit argument '1'")]
    [InlineData("--co=1", "argument --collect-only/--co: ignored explicit argument '1'")]
    public void A_wrong_value_is_an_error_in_the_words_of_argparse(string line, string message)
    {
        var error = Refusal(line);

        Assert.Equal(message, error.Message);
        Assert.True(error.ShowsUsage);
    }

    [Fact]
    public void An_option_takes_no_value_from_the_next_list() =>
        Assert.Throws<UsageException>(() => OptionParser.Parse(["-k"], ["add"], []));

    [Theory]
    [InlineData("--timeout-method=thread", "--timeout-method")]
    [InlineData("--nbval-lax", "--nbval-lax")]
    [InlineData("--xfail", "--xfail-tb")]
    [InlineData("--maxprocesses=2", "--maxprocesses")]
    public void An_option_of_a_later_version_is_refused_and_not_ignored(string line, string name)
    {
        var error = Refusal(line);

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("unrecognized", error.Message, StringComparison.Ordinal);
        Assert.True(error.ShowsUsage);
    }

    [Fact]
    public void A_refusal_says_where_the_options_are_listed() =>
        Assert.Equal(
            "--nbval is an option of pytest that is not available in this version; --help lists the options that are",
            Refusal("--nbval").Message);

    [Fact]
    public void No_option_of_this_version_is_refused()
    {
        var names = OptionTable.All.SelectMany(option => option.Names);

        Assert.DoesNotContain(names, UnavailableOptions.Contains);
    }

    [Fact]
    public void An_error_about_an_option_is_printed_with_the_usage() =>
        Assert.Equal(
            """
            ERROR: usage: %%ipytest [options] [file_or_dir] [file_or_dir] [...]
            %%ipytest: error: unrecognized arguments: --foo
            """.ReplaceLineEndings("\n"),
            UsageText.Describe(Refusal("--foo")));

    [Fact]
    public void An_error_about_an_expression_is_printed_without_the_usage() =>
        Assert.StartsWith("ERROR: Wrong expression passed to '-k'", UsageText.Describe(Refusal("-k and")), StringComparison.Ordinal);

    private static UsageException Refusal(string line) => Assert.Throws<UsageException>(() => Parse(line));

    private static RunOptions Parse(string line) => Parse(Words(line));

    private static RunOptions Parse(string[] arguments) => OptionParser.Parse([], arguments, []);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
