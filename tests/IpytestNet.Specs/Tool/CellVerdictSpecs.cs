using IpytestNet.Kernel.Execution;
using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class CellVerdictSpecs
{
    private const string NotFailed = "tagged raises-exception, but it did not throw and no test failed";

    [Theory]
    [InlineData("", null, null)]
    [InlineData("Ok", ExitCode.Ok, null)]
    [InlineData("Ok TestsFailed Ok", ExitCode.TestsFailed, "tests failed")]
    [InlineData("Ok NoTestsCollected", ExitCode.Ok, null)]
    [InlineData("NoTestsCollected", ExitCode.NoTestsCollected, null)]
    [InlineData("UsageError", ExitCode.UsageError, "the arguments of a test run are wrong")]
    [InlineData("InternalError TestsFailed", ExitCode.InternalError, "a test run ended with an internal error")]
    public void A_cell_that_ends_well_counts_as_its_test_runs(string runs, ExitCode? expected, string? text) =>
        Assert.Equal(new CellVerdict(expected, text, EndsNotebook: false), Judge(Succeeded(runs)));

    [Theory]
    [InlineData("", ExitCode.TestsFailed)]
    [InlineData("Ok", ExitCode.TestsFailed)]
    [InlineData("UsageError", ExitCode.UsageError)]
    public void A_cell_that_throws_ends_its_notebook(string runs, ExitCode expected) =>
        Assert.Equal(new CellVerdict(expected, "FormatException: bad", EndsNotebook: true), Judge(Failed(runs)));

    [Fact]
    public void With_errors_allowed_the_notebook_fails_but_goes_on() =>
        Assert.Equal(new CellVerdict(ExitCode.TestsFailed, "FormatException: bad", EndsNotebook: false), Judge(Failed(""), options: "--allow-errors"));

    [Theory]
    [InlineData("", null)]
    [InlineData("TestsFailed", ExitCode.Ok)]
    [InlineData("InternalError", ExitCode.InternalError)]
    public void A_cell_that_is_to_fail_may_throw(string runs, ExitCode? expected) =>
        Assert.Equal((expected, false), CodeAndEnd(Judge(Failed(runs), expectsFailure: true)));

    [Theory]
    [InlineData("TestsFailed", "", ExitCode.Ok, null)]
    [InlineData("Ok TestsFailed", "", ExitCode.Ok, null)]
    [InlineData("UsageError", "", ExitCode.Ok, null)]
    [InlineData("TestsFailed InternalError", "", ExitCode.InternalError, "a test run ended with an internal error")]
    [InlineData("", "", ExitCode.TestsFailed, NotFailed)]
    [InlineData("Ok", "", ExitCode.TestsFailed, NotFailed)]
    [InlineData("NoTestsCollected", "", ExitCode.TestsFailed, NotFailed)]
    [InlineData("Ok", "-k other", ExitCode.Ok, null)]
    [InlineData("NoTestsCollected", "--collect-only", ExitCode.NoTestsCollected, null)]
    [InlineData("", "-k other", ExitCode.TestsFailed, NotFailed)]
    public void A_cell_that_is_to_fail_must_throw_or_have_a_failing_test_unless_the_options_leave_it_out(
        string runs, string options, ExitCode expected, string? text) =>
        Assert.Equal(new CellVerdict(expected, text, EndsNotebook: false), Judge(Succeeded(runs), expectsFailure: true, options));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_interrupted_cell_ends_its_notebook(bool expectsFailure) =>
        Assert.Equal(
            new CellVerdict(ExitCode.Interrupted, "interrupted", EndsNotebook: true),
            Judge(new CellResult.Interrupted([]), expectsFailure));

    private static CellVerdict Judge(CellResult result, bool expectsFailure = false, string options = "") =>
        CellVerdict.Of(result, expectsFailure, RunCommandLine.Parse(["a.ipynb", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));

    private static (ExitCode? ExitCode, bool EndsNotebook) CodeAndEnd(CellVerdict verdict) => (verdict.ExitCode, verdict.EndsNotebook);

    private static CellResult.Succeeded Succeeded(string runs) => new(null, Runs(runs));

    private static CellResult.Failed Failed(string runs) => new(new CellError("FormatException", "bad\nworse", ["…"]), Runs(runs));

    private static ExitCode[] Runs(string runs) =>
        [.. runs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ExitCode>)];
}
