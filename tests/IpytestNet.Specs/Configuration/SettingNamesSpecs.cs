using IpytestNet.Configuration;
using Xunit;

namespace IpytestNet.Specs.Configuration;

public sealed class SettingNamesSpecs
{
    [Theory]
    [InlineData("raiseOnError", "raiseOnError")]
    [InlineData("raise_on_error", "raiseOnError")]
    [InlineData("run_in_thread", "runInThread")]
    [InlineData("display_columns", "displayColumns")]
    [InlineData("module", "module")]
    [InlineData("plugins", "plugins")]
    [InlineData("addopts", "addopts")]
    [InlineData("defopts", "defopts")]
    [InlineData("coverage", "coverage")]
    public void A_setting_of_a_run_is_known_in_both_spellings(string written, string expected) =>
        Assert.Equal(expected, SettingNames.FindOfRun(written));

    [Theory]
    [InlineData("clean")]
    [InlineData("rewriteAsserts")]
    [InlineData("rewrite_asserts")]
    [InlineData("magics")]
    [InlineData("RaiseOnError")]
    [InlineData("raise_onError")]
    [InlineData("")]
    public void What_a_run_does_not_accept_is_not_found(string written) =>
        Assert.Null(SettingNames.FindOfRun(written));
}
