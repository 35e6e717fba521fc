using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>Which plugins take part in a run.</summary>
public sealed class PluginSpecs : IDisposable
{
    private readonly LiveNotebook _notebook = new();

    public PluginSpecs() => _notebook.Given(
        "using IpytestNet.Plugins; using IpytestNet.Execution; using IpytestNet.CommandLine;",
        """
        class Greeter : IPlugin
        {
            string _word;
            public string Name => "greeter";
            public IReadOnlyList<PluginOption> Options => [new("--greet", "WORD", "Greet at the end.") { Group = "greetings", Aliases = ["--hail"] }];
            public void Configure(PluginContext context) => _word = context.Value("--greet") is "rude" ? throw new UsageException("argument --greet: be kind") : context.Value("--greet");
            public IReadOnlyList<TestCase> ModifyItems(IReadOnlyList<TestCase> tests) => tests.Reverse().ToList();
            public IEnumerable<string> TerminalSummary() => _word is null ? [] : [$"{_word}, world"];
        }
        abstract class NoObject : IPlugin { }
        class NeedsMore : IPlugin { public NeedsMore(int n) { } }
        class Explodes : IPlugin { public Explodes() => throw new InvalidOperationException("boom"); }
        class NoPlugin { }
        """,
        "[Fact] void TestA() { }\n[Fact] void TestB() { }");

    [Theory]
    [InlineData("Ipytest.Run(\"-v\", \"-p\", \"Greeter\", \"--greet=Hello\")")]
    [InlineData("Ipytest.Run(\"-v --greet Hello -p Greeter\")")]
    [InlineData("Ipytest.Run(\"-v -pGreeter --hail=Hello\")")]
    [InlineData("Ipytest.Run(\"-v --greet=Hello\", plugins: [new Greeter()])")]
    [InlineData("Ipytest.Run(\"-v\", addopts: new[] { \"-p\", \"Greeter\", \"--greet=Hello\" })")]
    [InlineData("Ipytest.Run(\"-v -p no:Greeter -p Greeter --greet=Hello\")")]
    public void A_plugin_of_a_cell_takes_part(string cell)
    {
        var seen = _notebook.Run(cell);

        Assert.Equal("TestB PASSED, TestA PASSED", seen.Results());
        Assert.Contains("\nHello, world\n", seen.Text);
    }

    [Theory]
    [InlineData("-p no:greeter")]
    [InlineData("-p no:Greeter")]
    [InlineData("-pno:greeter")]
    public void A_plugin_can_be_left_out_by_its_name_or_type(string arguments)
    {
        var seen = _notebook.Run($"Ipytest.Run(\"-v {arguments}\", plugins: [new Greeter()])");

        Assert.Equal("TestA PASSED, TestB PASSED", seen.Results());
    }

    [Theory]
    [InlineData("-p no:junitxml --junit-xml=x.xml")]
    [InlineData("-p no:html --html=x.html")]
    [InlineData("-p no:greeter -p no:trx --trx=x.trx")]
    public void A_report_that_is_left_out_has_no_option(string arguments)
    {
        var seen = _notebook.Run($"Ipytest.Run(\"{arguments}\")");

        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Matches("unrecognized arguments: --|is an option of pytest that is not available", seen.ErrorText);
    }

    [Fact]
    public void Without_the_terminal_nothing_is_printed()
    {
        var seen = _notebook.Run("Ipytest.Run(\"-p no:terminal\")");

        Assert.Equal(("", ExitCode.Ok), (seen.Text, seen.Run));
    }

    [Fact]
    public void A_plugin_of_the_library_is_known_by_its_full_name()
    {
        _notebook.Given("#r \"" + typeof(SharedPlugin).Assembly.Location + "\"");

        Assert.Contains("\nshared by IpytestNet.Specs\n", _notebook.Run("Ipytest.Run(\"-p IpytestNet.Specs.Library.SharedPlugin\")").Text);
    }

    [Theory]
    [InlineData("Nope", "argument -p: there is no plugin 'Nope'; the built-in ones are junitxml, trx, reportlog, html, github; plugins in cells: Greeter, NoObject, NeedsMore, Explodes; assemblies searched: ")]
    [InlineData("NoPlugin", "argument -p: expected a type that implements IpytestNet.Plugins.IPlugin, but NoPlugin does not")]
    [InlineData("NoObject", "argument -p: NoObject has no constructor without parameters; make the object yourself: Ipytest.Run(plugins: [new NoObject(…)])")]
    [InlineData("NeedsMore", "argument -p: NeedsMore has no constructor without parameters")]
    [InlineData("Explodes", "argument -p: the constructor of Explodes threw InvalidOperationException: boom")]
    [InlineData("int);", "argument -p: expected the name of a type, such as MyPlugin or My.Company.MyPlugin, or no:NAME, but got 'int);'")]
    public void A_name_that_is_no_plugin_is_a_usage_error(string name, string message)
    {
        var seen = _notebook.Run($"Ipytest.Run(\"-p\", \"{name}\")");

        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Contains(message, seen.ErrorText);
    }

    [Fact]
    public void A_wrong_value_of_a_plugins_option_ends_the_run_before_any_test()
    {
        var seen = _notebook.Run("Ipytest.Run(\"-p Greeter --greet=rude\")");

        Assert.Equal(("ERROR: argument --greet: be kind\n", ExitCode.UsageError), (seen.ErrorText, seen.Run));
    }

    [Theory]
    [InlineData("--tb", "the plugin Rival adds the option --tb, which there is already; give it another name, or leave the plugin out with -p no:Rival")]
    [InlineData("--html", "the plugin HtmlReport adds the option --html, which there is already")]
    [InlineData("-z", "the plugin Rival adds the option '-z'; expected a long one such as --my-option")]
    public void An_option_must_be_long_and_new(string option, string message)
    {
        _notebook.Given($"class Rival : IPlugin {{ public IReadOnlyList<PluginOption> Options => [new(\"{option}\", null, \"\")]; }}");

        var seen = _notebook.Run("Ipytest.Run(plugins: [new Rival()])");

        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Contains(message, seen.ErrorText);
    }

    [Fact]
    public void A_plugin_whose_options_throw_is_named_and_the_run_goes_on()
    {
        _notebook.Given("class Broken : IPlugin { public IReadOnlyList<PluginOption> Options => throw new InvalidOperationException(\"no options\"); }");

        var seen = _notebook.Run("Ipytest.Run(plugins: [new Broken()])");

        Assert.Equal("The plugin Broken threw InvalidOperationException: no options. It is left out of the rest of this run.\n", seen.ErrorText);
        Assert.Equal(ExitCode.Ok, seen.Run);
    }

    [Fact]
    public void A_p_among_other_letters_is_told_to_stand_alone() =>
        Assert.Contains("argument -p: write -p Greeter as an argument of its own", _notebook.Run("Ipytest.Run(\"-vp\", \"Greeter\")").ErrorText);

    [Fact]
    public void The_help_lists_the_options_of_plugins_in_their_groups()
    {
        var help = _notebook.Run("Ipytest.Run(\"--help\", plugins: [new Greeter()], displayColumns: 80)").Text;

        ApprovedText.Verify(help[help.IndexOf("\ngreetings:", StringComparison.Ordinal)..]);
    }

    public void Dispose() => _notebook.Dispose();
}
