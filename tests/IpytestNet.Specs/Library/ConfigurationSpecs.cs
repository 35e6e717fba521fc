using IpytestNet.Kernel;
using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class ConfigurationSpecs
{
    private const string Recommended =
        "IpytestConfig(rewriteAsserts: true, magics: true, clean: \"[Tt]est*\", addopts: [\"-q\", \"--color=yes\"], "
        + "runInThread: false, defopts: \"auto\", displayColumns: 100, raiseOnError: false, coverage: false)";

    private const string Initial =
        "IpytestConfig(rewriteAsserts: false, magics: false, clean: \"[Tt]est*\", addopts: [], "
        + "runInThread: false, defopts: \"auto\", displayColumns: 100, raiseOnError: false, coverage: false)";

    [Fact]
    public void A_notebook_starts_with_the_recommended_settings()
    {
        using var notebook = new LiveNotebook();

        Assert.Equal(Recommended, Shown(notebook));
    }

    [Fact]
    public void Without_AutoConfig_a_notebook_starts_plain_until_AutoConfig_is_called()
    {
        using var notebook = new LiveNotebook(new NotebookOptions { Name = "Notebook.ipynb", AutoConfig = false });

        Assert.Equal(Initial, Shown(notebook));
        Assert.Null(notebook.Run("Ipytest.AutoConfig();").Value);
        Assert.Equal(Recommended, Shown(notebook));
    }

    [Theory]
    [InlineData("rewriteAsserts: false", "rewriteAsserts: false")]
    [InlineData("magics: false", "magics: false")]
    [InlineData("clean: \"check_*\"", "clean: \"check_*\"")]
    [InlineData("clean: false", "clean: false")]
    [InlineData("addopts: [\"-v\", \"-x\"]", "addopts: [\"-v\", \"-x\"]")]
    [InlineData("addopts: []", "addopts: []")]
    [InlineData("addopts: new[] { \"-x\" }", "addopts: [\"-x\"]")]
    [InlineData("addopts: new List<string> { \"-x\" }", "addopts: [\"-x\"]")]
    [InlineData("runInThread: true", "runInThread: true")]
    [InlineData("defopts: false", "defopts: false")]
    [InlineData("defopts: true", "defopts: true")]
    [InlineData("defopts: Defopts.True", "defopts: true")]
    [InlineData("displayColumns: 80", "displayColumns: 80")]
    [InlineData("displayColumns: false", "displayColumns: false")]
    [InlineData("raiseOnError: true", "raiseOnError: true")]
    public void Config_changes_one_setting_and_later_cells_see_it(string given, string shown)
    {
        using var notebook = new LiveNotebook();

        notebook.Given($"Ipytest.Config({given});");

        var setting = shown[..(shown.IndexOf(':', StringComparison.Ordinal) + 1)];
        var start = Recommended.IndexOf(setting, StringComparison.Ordinal);
        var end = Recommended.IndexOf(": ", start + setting.Length + 1, StringComparison.Ordinal) is var next and > 0
            ? Recommended.LastIndexOf(", ", next, StringComparison.Ordinal)
            : Recommended.Length - 1;
        Assert.Equal(Recommended[..start] + shown + Recommended[end..], Shown(notebook));
    }

    [Fact]
    public void Config_keeps_what_is_left_out_and_AutoConfig_resets_it()
    {
        using var notebook = new LiveNotebook().Given("Ipytest.Config(raiseOnError: true, displayColumns: 80);");

        notebook.Given("Ipytest.Config(addopts: [\"-x\"]);");
        Assert.Equal("True 80 -x", Of(notebook));

        notebook.Given("Ipytest.AutoConfig(displayColumns: 60);");
        Assert.Equal("False 60 -q --color=yes", Of(notebook));
    }

    [Fact]
    public void Keep_and_Default_say_the_opposite_of_leaving_out()
    {
        using var notebook = new LiveNotebook().Given("Ipytest.Config(raiseOnError: true, displayColumns: 80, addopts: [\"-x\"]);");

        notebook.Given("Ipytest.AutoConfig(raiseOnError: Setting.Keep, addopts: Setting.Keep);");
        Assert.Equal("True 100 -x", Of(notebook));

        notebook.Given("Ipytest.Config(raiseOnError: Setting.Default, addopts: Setting.Default, displayColumns: Setting.Keep);");
        Assert.Equal("False 100 -q --color=yes", Of(notebook));
    }

    [Theory]
    [InlineData("clean: true", "clean: expected a glob such as \"[Tt]est*\", or false to forget no tests, but got true")]
    [InlineData("clean: \"\"", "clean: expected a glob")]
    [InlineData("defopts: \"always\"", "defopts: expected \"auto\"")]
    [InlineData("displayColumns: 0", "displayColumns: expected a width of 1 or more columns, or false to leave the width alone, but got 0")]
    [InlineData("displayColumns: true", "displayColumns: expected a width")]
    [InlineData("addopts: [\"-q\", null]", "addopts: expected a list of strings such as [\"-q\", \"--color=yes\"], or [] for none, but element 2 is null")]
    public void A_wrong_value_is_rejected_with_what_is_allowed_and_changes_nothing(string given, string message)
    {
        using var notebook = new LiveNotebook();

        var config = notebook.Run($"Ipytest.Config(raiseOnError: true, {given});");
        var run = notebook.Run(given.StartsWith("clean", StringComparison.Ordinal) ? $"Ipytest.Clean({given[7..]});" : $"Ipytest.Run({given});");

        Assert.Contains(message, config.ErrorShown, StringComparison.Ordinal);
        Assert.Contains(message, run.ErrorShown, StringComparison.Ordinal);
        Assert.Equal(Recommended, Shown(notebook));
    }

    [Fact]
    public void An_unknown_setting_does_not_compile()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("Ipytest.Config(bogus: true);");

        Assert.Contains("does not have a parameter named 'bogus'", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_of_Run_override_the_configuration_for_that_run_only()
    {
        using var notebook = new LiveNotebook().Given("void TestFails() => Assert(false);");

        var raised = notebook.Run("Ipytest.Run(raiseOnError: true, addopts: [\"-v\"]);");
        var plain = notebook.Run("Ipytest.Run();");

        Assert.Equal("TestFails FAILED", raised.Results());
        Assert.NotNull(raised.Error);
        Assert.Equal("", plain.Results());
        Assert.Null(plain.Error);
        Assert.Equal(Recommended, Shown(notebook));
    }

    [Theory]
    [InlineData("Setting.Keep")]
    [InlineData("Setting.Default")]
    public void For_Run_both_words_mean_the_configured_value(string word)
    {
        using var notebook = new LiveNotebook().Given("Ipytest.Config(raiseOnError: true, addopts: [\"-v\"]);", "void TestFails() => Assert(false);");

        var seen = notebook.Run($"Ipytest.Run(raiseOnError: {word}, addopts: {word});");

        Assert.Equal("TestFails FAILED", seen.Results());
        Assert.Equal("IpytestException", seen.Error?.Name);
    }

    [Fact]
    public void Each_notebook_has_a_configuration_of_its_own()
    {
        using var one = new LiveNotebook().Given("Ipytest.Config(displayColumns: 60);");
        using var other = new LiveNotebook();

        Assert.Equal(Recommended, Shown(other));
    }

    private static string? Shown(LiveNotebook notebook) => notebook.Run("Ipytest.Config()").Value;

    private static string? Of(LiveNotebook notebook) => notebook
        .Run("var c = Ipytest.Config(); Display($\"{c.RaiseOnError} {c.DisplayColumns} {string.Join(' ', c.Addopts)}\");")
        .Outputs.OfType<IpytestNet.Kernel.Execution.CellOutput.Displayed>().Single().Data.PlainText;
}
