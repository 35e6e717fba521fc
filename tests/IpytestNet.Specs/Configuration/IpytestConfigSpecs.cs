using Xunit;

namespace IpytestNet.Specs.Configuration;

public sealed class IpytestConfigSpecs
{
    [Fact]
    public void At_first_nothing_is_configured() =>
        Assert.Equal(
            "IpytestConfig(rewriteAsserts: false, magics: false, clean: \"[Tt]est*\", addopts: [], runInThread: false, "
            + "defopts: \"auto\", displayColumns: 100, raiseOnError: false, coverage: false)",
            IpytestConfig.Initial.ToString());

    [Fact]
    public void AutoConfig_configures_what_its_users_expect() =>
        Assert.Equal(
            "IpytestConfig(rewriteAsserts: true, magics: true, clean: \"[Tt]est*\", addopts: [\"-q\", \"--color=yes\"], "
            + "runInThread: false, defopts: \"auto\", displayColumns: 100, raiseOnError: false, coverage: false)",
            IpytestConfig.AutoConfigDefaults.ToString());

    [Fact]
    public void What_is_off_prints_as_it_is_given()
    {
        var config = new IpytestConfig { Clean = null, DisplayColumns = null, Defopts = Defopts.False, Addopts = ["-k", "a \"b\" \\c"] };

        Assert.Equal(
            "IpytestConfig(rewriteAsserts: false, magics: false, clean: false, addopts: [\"-k\", \"a \\\"b\\\" \\\\c\"], "
            + "runInThread: false, defopts: false, displayColumns: false, raiseOnError: false, coverage: false)",
            config.ToString());
    }

    [Fact]
    public void Configurations_with_the_same_settings_are_equal()
    {
        var one = IpytestConfig.Initial with { Addopts = ["-q", "-x"] };
        var other = IpytestConfig.Initial with { Addopts = new List<string> { "-q", "-x" } };

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Configurations_that_differ_in_one_setting_are_not_equal()
    {
        var config = IpytestConfig.Initial;
        IpytestConfig[] others =
        [
            config with { RewriteAsserts = true },
            config with { Magics = true },
            config with { Clean = null },
            config with { Addopts = ["-q"] },
            config with { RunInThread = true },
            config with { Defopts = Defopts.True },
            config with { DisplayColumns = null },
            config with { RaiseOnError = true },
            config with { Coverage = true },
        ];

        Assert.All(others, other => Assert.NotEqual(config, other));
        Assert.Equal(others.Length, others.Select(other => other.ToString()).Distinct().Count());
    }
}
