using IpytestNet.CommandLine;
using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class RunCommandLineSpecs
{
    [Theory]
    [InlineData("a.ipynb", "a.ipynb", "")]
    [InlineData("a.ipynb|b|docs/*.dib", "a.ipynb|b|docs/*.dib", "")]
    [InlineData("-k|add and not slow|a.ipynb", "a.ipynb", "-k=add and not slow")]
    [InlineData("a|-kadd|-x|b", "a|b", "-k=add|--exitfirst")]
    [InlineData("a|--maxfail|2|--tb=short", "a", "--maxfail=2|--tb=short")]
    [InlineData("-qxk|a|b", "b", "--quiet|--exitfirst|-k=a")]
    [InlineData("--deselect|a.ipynb::T|a.ipynb", "a.ipynb", "--deselect=a.ipynb::T")]
    [InlineData("a|--inplace|-v|--allow-errors", "a", "--verbose")]
    [InlineData("a|--output|out.ipynb|b", "a|b", "")]
    [InlineData("a|--output=out.ipynb|--no-autoconfig", "a", "")]
    [InlineData("-q|--|-odd.ipynb|--inplace", "-odd.ipynb|--inplace", "--quiet")]
    public void Paths_and_pytest_options_are_told_apart(string arguments, string paths, string pytest)
    {
        var read = RunCommandLine.Parse(arguments.Split('|'));

        Assert.Equal(paths, string.Join('|', read.Paths));
        Assert.Equal(pytest, string.Join('|', read.PytestArguments));
    }

    [Fact]
    public void Options_of_the_command_are_read()
    {
        var read = RunCommandLine.Parse(["a.ipynb", "--output", "out", "--allow-errors", "--no-autoconfig"]);

        Assert.Equal(("out", true, true, false), (read.Output, read.AllowErrors, read.NoAutoConfig, read.InPlace));
    }

    [Theory]
    [InlineData("", "expected at least one PATH (a notebook, a folder or a pattern), but there is none; `ipytest run .` runs all notebooks below this folder")]
    [InlineData("-q", "expected at least one PATH")]
    [InlineData("a|--output", "argument --output: expected one argument, the file or folder to write")]
    [InlineData("a|--output|-q", "argument --output: expected one argument")]
    [InlineData("a|--output=", "argument --output: expected one argument")]
    [InlineData("a|--inplace=yes", "argument --inplace: expected no value, but 'yes' came; write --inplace alone")]
    [InlineData("a|--inplace|--output=b", "expected --output or --inplace, but both are given; leave one out")]
    [InlineData("a|--foo", "unrecognized arguments: --foo")]
    [InlineData("a|--tb=wide", "argument --tb: invalid choice: 'wide'")]
    [InlineData("a|-k", "argument -k: expected one argument")]
    public void Wrong_arguments_are_refused_before_anything_runs(string arguments, string message)
    {
        var error = Assert.Throws<UsageException>(() => RunCommandLine.Parse(arguments.Split('|', StringSplitOptions.RemoveEmptyEntries)));

        Assert.StartsWith(message, error.Message);
    }

    [Theory]
    [InlineData("a -x -v", false)]
    [InlineData("a -k add", true)]
    [InlineData("a --deselect b", true)]
    [InlineData("a --collect-only", true)]
    public void Some_options_leave_runs_with_fewer_tests(string arguments, bool narrows) =>
        Assert.Equal(narrows, RunCommandLine.Parse(arguments.Split(' ')).NarrowsRuns);

    [Fact]
    public void A_node_leaves_runs_with_fewer_tests() =>
        Assert.True(RunCommandLine.Parse(["a"]).Append(["a.ipynb::T"]).NarrowsRuns);
}
