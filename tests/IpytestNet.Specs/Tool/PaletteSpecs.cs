using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class PaletteSpecs
{
    [Theory]
    [InlineData(true, "", "", true, "")]
    [InlineData(false, "", "", false, "--color=no")]
    [InlineData(true, "NO_COLOR", "", false, "--color=no")]
    [InlineData(false, "FORCE_COLOR", "", true, "--color=yes")]
    [InlineData(true, "NO_COLOR FORCE_COLOR", "", false, "--color=no")]
    [InlineData(false, "", "--color=yes", true, "")]
    [InlineData(true, "", "--color=no", false, "")]
    [InlineData(false, "", "--color=auto", false, "")]
    [InlineData(true, "NO_COLOR", "--color=yes", true, "")]
    public void Colours_follow_the_option_then_the_environment_then_the_terminal(
        bool isTerminal, string variables, string option, bool isColored, string appended)
    {
        using var call = new ToolCall();
        foreach (var variable in variables.Split(' '))
            call.With(variable, "1");
        var commandLine = RunCommandLine.Parse(["a.ipynb", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        var palette = Palette.Choose(commandLine, call.Console(isTerminal));

        Assert.Equal(isColored, palette.IsColored);
        Assert.Equal(appended, string.Join(' ', palette.AppendedOption(commandLine, call.Console(isTerminal))));
    }
}
