using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class HelpSpecs
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void The_command_has_a_help(string option)
    {
        using var call = new ToolCall();

        Assert.Equal(ExitCode.Ok, call.Run(option));
        ApprovedText.Verify(call.Out);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("nope.ipynb", "-q", "--help", "--foo")]
    public void The_verb_run_has_a_help(params string[] arguments)
    {
        using var call = new ToolCall();

        Assert.Equal(ExitCode.Ok, call.Run(["run", .. arguments]));
        ApprovedText.Verify(call.Out);
    }

    [Fact]
    public void The_verb_watch_has_a_help()
    {
        using var call = new ToolCall();

        Assert.Equal(ExitCode.Ok, call.Run("watch", "--help"));
        ApprovedText.Verify(call.Out);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("-V")]
    [InlineData("run", "--version")]
    [InlineData("watch", "--version")]
    public void The_version_is_printed(params string[] arguments)
    {
        using var call = new ToolCall();

        Assert.Equal(ExitCode.Ok, call.Run(arguments));
        Assert.Matches(@"^ipytest \d+\.\d+\.\d+\S*\n$", call.Out);
    }

    [Fact]
    public void Without_arguments_the_help_is_shown_and_nothing_passes_for_a_green_run()
    {
        using var call = new ToolCall();

        Assert.Equal(ExitCode.UsageError, call.Run());
        Assert.Contains("Usage:\n  ipytest [command] [options]", call.Out);
    }

    [Fact]
    public void A_notebook_without_the_verb_is_an_error_that_tells_how()
    {
        using var call = new ToolCall();

        Assert.Equal(ExitCode.UsageError, call.Run("Some.ipynb"));
        Assert.Equal("ipytest: error: Unrecognized command or argument 'Some.ipynb'.\nTo run notebooks: ipytest run PATH...   To learn more: ipytest --help\n", call.Error);
    }
}
