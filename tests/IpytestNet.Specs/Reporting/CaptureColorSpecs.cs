using IpytestNet.CommandLine;
using IpytestNet.Reporting;
using Xunit;

namespace IpytestNet.Specs.Reporting;

public sealed class CaptureColorSpecs
{
    [Theory]
    [InlineData(ColorMode.Yes, false, "NO_COLOR=1", true)]
    [InlineData(ColorMode.No, true, "FORCE_COLOR=1", false)]
    [InlineData(ColorMode.Auto, true, "", true)]
    [InlineData(ColorMode.Auto, false, "", false)]
    [InlineData(ColorMode.Auto, true, "NO_COLOR=1", false)]
    [InlineData(ColorMode.Auto, true, "NO_COLOR=", true)]
    [InlineData(ColorMode.Auto, false, "FORCE_COLOR=1", true)]
    [InlineData(ColorMode.Auto, false, "FORCE_COLOR=", false)]
    [InlineData(ColorMode.Auto, true, "NO_COLOR=1 FORCE_COLOR=1", false)]
    [InlineData(ColorMode.Auto, true, "TERM=dumb", false)]
    [InlineData(ColorMode.Auto, true, "TERM=xterm", true)]
    public void Option_then_environment_then_terminal_decide(ColorMode mode, bool isTerminal, string environment, bool expected)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

        Assert.Equal(expected, CaptureColor.Resolve(mode, isTerminal, name => variables.GetValueOrDefault(name)));
    }
}
