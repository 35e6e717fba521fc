using IpytestNet.Cells;
using IpytestNet.CommandLine;
using Xunit;

namespace IpytestNet.Specs.Cells;

public sealed class RunOptionsLineSpecs
{
    [Theory]
    [InlineData("raiseOnError: true", "raiseOnError = true")]
    [InlineData("raiseOnError:strict,addopts:[\"-x\", \"-k a, b\"]", "raiseOnError = strict; addopts = [\"-x\", \"-k a, b\"]")]
    [InlineData("displayColumns: Math.Max(80, F(x => x, (1, 2))), clean: $\"{a[1, 2]},\"", "displayColumns = Math.Max(80, F(x => x, (1, 2))); clean = $\"{a[1, 2]},\"")]
    [InlineData("clean: 'a', module: typeof(List<int>)", "clean = 'a'; module = typeof(List<int>)")]
    [InlineData("clean: a ? b : c // why 'not'", "clean = a ? b : c")]
    [InlineData("clean: f() ?? g(() => 1)", "clean = f() ?? g(() => 1)")]
    [InlineData("clean: () => (1)", "clean = () => (1)")]
    [InlineData("clean: @\"c:\\\", defopts: \"\"\"a \"quoted\" 'text'\"\"\"", "clean = @\"c:\\\"; defopts = \"\"\"a \"quoted\" 'text'\"\"\"")]
    public void CSharp_names_are_taken_as_they_are(string text, string settings) => Assert.Equal(settings, Settings(text));

    [Theory]
    [InlineData("defopts=True", "defopts = true")]
    [InlineData("raise_on_error = True, clean = False", "raiseOnError = true; clean = false")]
    [InlineData("raise_on_error: true", "raiseOnError = true")]
    [InlineData("module=None, defopts=defopts", "module = null; defopts = defopts")]
    [InlineData("clean='test_*'", "clean = \"test_*\"")]
    [InlineData("clean='a'", "clean = \"a\"")]
    [InlineData("clean='it\\'s'", "clean = \"it\\'s\"")]
    [InlineData("addopts=['-x', \"-q\"]", "addopts = [\"-x\", \"-q\"]")]
    [InlineData("addopts=('-x', '-q')", "addopts = [\"-x\", \"-q\"]")]
    [InlineData("addopts=(\"-q\",)", "addopts = [\"-q\",]")]
    [InlineData("addopts=(), plugins=[]", "addopts = []; plugins = []")]
    [InlineData("defopts=x.True if_", null)]
    [InlineData("display_columns=max(80, None)", "displayColumns = max(80, null)")]
    public void Python_names_and_values_are_understood(string text, string? settings)
    {
        if (settings is null)
            Assert.Throws<UsageException>(() => RunOptionsLine.Parse(text));
        else
            Assert.Equal(settings, Settings(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Empty_options_are_none(string text) => Assert.Empty(RunOptionsLine.Parse(text));

    [Theory]
    [InlineData("true", "column 1", "\"true\" has no name")]
    [InlineData("clean: false, \"-x\"", "column 15", "\"\"-x\"\" has no name")]
    [InlineData("**opts", "column 1", "\"**opts\" has no name")]
    [InlineData("clean: ref x", "column 1", "has no name")]
    [InlineData("x.y = 1", "column 1", "has no name")]
    [InlineData("clean: false, clean: true", "column 15", "\"clean\" is given twice")]
    [InlineData("raiseOnError: true, raise_on_error=True", "column 21", "\"raiseOnError\" is given twice")]
    [InlineData("clean: (false", "column 14", ") expected")]
    [InlineData("clean:", "column 7", "Invalid expression term ')'")]
    [InlineData("clean: false) + (1", "column 14", "Unexpected token '+'")]
    [InlineData("clean: \"open", "column 8", "Newline in constant")]
    public void A_wrong_line_is_an_error_that_says_where_and_shows_how(string text, string place, string problem)
    {
        var error = Assert.Throws<UsageException>(() => RunOptionsLine.Parse(text));

        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("""write for example "// ipytest: raiseOnError: true, addopts: ["-x"]".""", error.Message, StringComparison.Ordinal);
    }

    private static string Settings(string text) =>
        string.Join("; ", RunOptionsLine.Parse(text).Select(setting => $"{setting.Name} = {setting.ExpressionText}"));
}
