using IpytestNet.Configuration;
using Xunit;

namespace IpytestNet.Specs.Configuration;

public sealed class ConfigChangeSpecs
{
    private static readonly IpytestConfig Current = new()
    {
        RewriteAsserts = true,
        Clean = "check_*",
        Addopts = ["-x"],
        Defopts = Defopts.True,
        DisplayColumns = 60,
        RaiseOnError = true,
    };

    [Fact]
    public void Config_keeps_what_is_left_out() =>
        Assert.Equal(Current, new ConfigChange().ApplyToConfig(Current));

    [Fact]
    public void AutoConfig_resets_what_is_left_out() =>
        Assert.Equal(IpytestConfig.AutoConfigDefaults, new ConfigChange().ApplyToAutoConfig(Current));

    [Fact]
    public void Run_takes_the_configured_value_of_what_is_left_out() =>
        Assert.Equal(Current, new ConfigChange().ApplyToRun(Current));

    [Fact]
    public void Keep_means_the_present_value_everywhere()
    {
        var change = All(Setting.Keep);

        Assert.Equal(Current, change.ApplyToConfig(Current));
        Assert.Equal(Current, change.ApplyToAutoConfig(Current));
        Assert.Equal(Current, change.ApplyToRun(Current));
    }

    [Fact]
    public void Default_means_that_of_AutoConfig_but_the_configured_value_for_a_run()
    {
        var change = All(Setting.Default);

        Assert.Equal(IpytestConfig.AutoConfigDefaults, change.ApplyToConfig(Current));
        Assert.Equal(IpytestConfig.AutoConfigDefaults, change.ApplyToAutoConfig(Current));
        Assert.Equal(Current, change.ApplyToRun(Current));
    }

    [Fact]
    public void A_value_counts_everywhere()
    {
        var change = new ConfigChange
        {
            RewriteAsserts = false,
            Magics = true,
            Clean = "t*",
            Addopts = ["-q"],
            RunInThread = false,
            Defopts = false,
            DisplayColumns = 80,
            RaiseOnError = false,
            Coverage = false,
        };
        var expected = new IpytestConfig { Magics = true, Clean = "t*", Addopts = ["-q"], Defopts = Defopts.False, DisplayColumns = 80 };

        Assert.Equal(expected, change.ApplyToConfig(Current));
        Assert.Equal(expected, change.ApplyToAutoConfig(Current));
        Assert.Equal(expected, change.ApplyToRun(Current));
    }

    [Fact]
    public void Config_does_not_turn_coverage_on_when_it_is_left_out() =>
        Assert.False(new ConfigChange { Magics = true }.ApplyToConfig(IpytestConfig.Initial).Coverage);

    [Fact]
    public void Clean_is_a_glob_or_off()
    {
        Assert.Equal("test_*", Apply(new() { Clean = "test_*" }).Clean);
        Assert.Null(Apply(new() { Clean = false }).Clean);
        Assert.Null(Apply(new() { Clean = (string?)null }).Clean);
    }

    [Fact]
    public void Addopts_is_a_list_of_any_kind()
    {
        string[] array = ["-q"];
        List<string> list = ["-q"];

        Assert.Equal(["-q", "-x"], Apply(new() { Addopts = ["-q", "-x"] }).Addopts);
        Assert.Equal(["-q"], Apply(new() { Addopts = array }).Addopts);
        Assert.Equal(["-q"], Apply(new() { Addopts = list }).Addopts);
        Assert.Equal(["-x", "-s"], Apply(new() { Addopts = [.. Current.Addopts, "-s"] }).Addopts);
        Assert.Empty(Apply(new() { Addopts = [] }).Addopts);
    }

    [Fact]
    public void Addopts_are_copied()
    {
        string[] given = ["-q"];

        var config = Apply(new() { Addopts = given });
        given[0] = "-x";

        Assert.Equal(["-q"], config.Addopts);
    }

    [Fact]
    public void Defopts_is_one_of_three_in_either_spelling()
    {
        Assert.Equal(Defopts.Auto, Apply(new() { Defopts = "auto" }).Defopts);
        Assert.Equal(Defopts.True, Apply(new() { Defopts = true }).Defopts);
        Assert.Equal(Defopts.False, Apply(new() { Defopts = false }).Defopts);
        Assert.Equal(Defopts.Auto, Apply(new() { Defopts = Defopts.Auto }).Defopts);
    }

    [Fact]
    public void DisplayColumns_is_a_width_or_left_alone()
    {
        Assert.Equal(80, Apply(new() { DisplayColumns = 80 }).DisplayColumns);
        Assert.Equal(1, Apply(new() { DisplayColumns = 1 }).DisplayColumns);
        Assert.Null(Apply(new() { DisplayColumns = false }).DisplayColumns);
        Assert.Null(Apply(new() { DisplayColumns = (int?)null }).DisplayColumns);
    }

    public static TheoryData<string, string> WrongValues { get; } = new()
    {
        { "clean", "clean: expected a glob such as \"[Tt]est*\", or false to forget no tests, but got true." },
        { "clean-empty", "clean: expected a glob such as \"[Tt]est*\", or false to forget no tests, but got \"\"." },
        { "columns-0", "displayColumns: expected a width of 1 or more columns, or false to leave the width alone, but got 0." },
        { "columns-negative", "displayColumns: expected a width of 1 or more columns, or false to leave the width alone, but got -80." },
        { "columns-true", "displayColumns: expected a width of 1 or more columns, or false to leave the width alone, but got true." },
        { "defopts", "defopts: expected \"auto\" (add the notebook unless an argument names it), true (always) or false (never), but got \"foo\"." },
        { "defopts-enum", "defopts: expected \"auto\" (add the notebook unless an argument names it), true (always) or false (never), but got 9." },
        { "addopts", "addopts: expected a list of strings such as [\"-q\", \"--color=yes\"], or [] for none, but got null." },
        { "addopts-element", "addopts: expected a list of strings such as [\"-q\", \"--color=yes\"], or [] for none, but element 2 is null." },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void A_wrong_value_is_rejected_with_what_is_allowed(string value, string message)
    {
        var change = value switch
        {
            "clean" => new ConfigChange { Clean = true },
            "clean-empty" => new() { Clean = "" },
            "columns-0" => new() { DisplayColumns = 0 },
            "columns-negative" => new() { DisplayColumns = -80 },
            "columns-true" => new() { DisplayColumns = true },
            "defopts" => new() { Defopts = "foo" },
            "defopts-enum" => new() { Defopts = (Defopts)9 },
            "addopts" => new() { Addopts = (string[])null! },
            "addopts-element" => new() { Addopts = ["-q", null!] },
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };

        var error = Assert.Throws<ArgumentException>(() => change.ApplyToConfig(Current));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(message.Split(':')[0], error.ParamName);
        Assert.Throws<ArgumentException>(() => change.ApplyToAutoConfig(Current));
        Assert.Throws<ArgumentException>(() => change.ApplyToRun(Current));
    }

    [Fact]
    public void The_settings_print_what_was_given()
    {
        AddoptsSetting addopts = Setting.Keep;
        CleanSetting clean = "t*";
        DefoptsSetting defopts = Setting.Default;
        DisplayColumnsSetting columns = 80;

        Assert.Equal(["<keep>", "t*", "<default>", "80"], [addopts.ToString(), clean.ToString(), defopts.ToString(), columns.ToString()]);
    }

    [Fact]
    public void Addopts_can_be_gone_through()
    {
        AddoptsSetting given = ["-q", "-x"];
        AddoptsSetting word = Setting.Keep;

        Assert.Equal(["-q", "-x"], Elements(given));
        Assert.Empty(Elements(word));
    }

    private static List<string> Elements(AddoptsSetting setting)
    {
        List<string> elements = [];
        foreach (var element in setting)
            elements.Add(element);
        return elements;
    }

    private static IpytestConfig Apply(ConfigChange change) => change.ApplyToConfig(Current);

    private static ConfigChange All(Setting word) =>
        new()
        {
            RewriteAsserts = word,
            Magics = word,
            Clean = word,
            Addopts = word,
            RunInThread = word,
            Defopts = word,
            DisplayColumns = word,
            RaiseOnError = word,
            Coverage = word,
        };
}
