using Xunit;

namespace IpytestNet.Specs.Configuration;

public sealed class SettingSpecs
{
    [Fact]
    public void The_words_print_as_in_ipytest()
    {
        Assert.Equal("<keep>", Setting.Keep.ToString());
        Assert.Equal("<default>", Setting.Default.ToString());
    }

    [Fact]
    public void A_setting_prints_what_was_given()
    {
        Setting<int> nothing = default;
        Setting<int> word = Setting.Keep;
        Setting<int> value = 3;

        Assert.Equal(["<unset>", "<keep>", "3"], [nothing.ToString(), word.ToString(), value.ToString()]);
    }

    [Fact]
    public void Settings_that_say_the_same_are_equal()
    {
        Setting<bool> one = true;
        Setting<bool> other = true;
        Setting<bool> word = Setting.Default;

        Assert.Equal(one, other);
        Assert.NotEqual(one, word);
        Assert.NotEqual(default, word);
        Assert.NotEqual(default, (Setting<bool>)false);
    }

    [Fact]
    public void A_word_that_is_null_is_rejected() =>
        Assert.Throws<ArgumentNullException>(() => (Setting<bool>)(Setting)null!);
}
