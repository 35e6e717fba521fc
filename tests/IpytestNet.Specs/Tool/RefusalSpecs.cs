using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class RefusalSpecs
{
    [Fact]
    public void Each_path_that_cannot_run_is_named_with_its_reason()
    {
        using var call = new ToolCall()
            .Notebook("broken.ipynb", "{\n \"cells\": [}")
            .Notebook("empty.dib", "")
            .Notebook("python.ipynb", """{ "nbformat": 4, "metadata": { "kernelspec": { "name": "python3", "language": "python" } }, "cells": [] }""")
            .Notebook("Class.cs", "class C { }");

        var exitCode = call.Run("run", "nope.ipynb", "*.ipynb", "empty.dib", "Class.cs");

        Assert.Equal(ExitCode.UsageError, exitCode);
        ApprovedText.Verify(SteadyTimes(call.Out));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "Some.cs", "--foo")]
    [InlineData("run", "Some.cs", "-k")]
    [InlineData("run", "Some.cs", "--output", "nope/x.ipynb")]
    public void Wrong_arguments_end_with_usage_and_hint(params string[] arguments)
    {
        using var call = new ToolCall().Notebook("Some.cs", "// %%\nthrow new System.Exception();");

        Assert.Equal(ExitCode.UsageError, call.Run(arguments));
        Assert.StartsWith("usage: ipytest run PATH... [options] [pytest options]\nipytest run: error: ", call.Error);
        Assert.EndsWith("\nTo learn more: ipytest run --help\n", call.Error);
        Assert.Empty(call.Out);
    }

    [Fact]
    public void A_text_notebook_is_not_run_when_it_cannot_be_written_in_place()
    {
        using var call = new ToolCall().Notebook("Some.cs", "// %%\nthrow new System.Exception();");

        Assert.Equal(ExitCode.UsageError, call.Run("run", "Some.cs", "--inplace"));
        Assert.Contains("expected an .ipynb notebook for --inplace, but .cs holds no outputs;", call.Out);
    }

    [Fact]
    public void After_an_interruption_no_notebook_is_started()
    {
        using var call = new ToolCall().Notebook("Some.cs", "// %%\nthrow new System.Exception();");

        var exitCode = Program.Run(["run", "Some.cs"], call.Console(), new CancellationToken(canceled: true));

        Assert.Equal(ExitCode.Interrupted, exitCode);
        Assert.Contains("STOPPED   Some.cs\n          not started\n", call.Out);
    }

    [Theory]
    [InlineData("0", "ipytest: internal error: InvalidDataException: oops\nThis is a defect of ipytest and not of your notebook. Please report it with the command that you gave; IPYTEST_DEBUG=1 in the environment shows where it happened.\n")]
    [InlineData("1", "ipytest: internal error: System.IO.InvalidDataException: oops\n   at ")]
    public void A_defect_of_ours_asks_to_be_reported(string debug, string expected)
    {
        using var call = new ToolCall().With("IPYTEST_DEBUG", debug);
        using var broken = new BrokenWriter();

        var exitCode = Program.Run(["--version"], call.Console() with { Out = broken }, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.InternalError, exitCode);
        Assert.StartsWith(expected, call.Error);
    }

    private static string SteadyTimes(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @" in \d+\.\d\ds", " in 0.00s");

    private sealed class BrokenWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidDataException("oops");
    }
}
