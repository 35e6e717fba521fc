using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class InspectSpecs
{
    [Theory]
    [InlineData("rewriteAsserts")]
    [InlineData("magics")]
    [InlineData("clean")]
    [InlineData("addopts")]
    [InlineData("runInThread")]
    [InlineData("defopts")]
    [InlineData("displayColumns")]
    [InlineData("raiseOnError")]
    [InlineData("coverage")]
    public void Config_shows_each_of_the_nine_settings(string setting)
    {
        using var notebook = new LiveNotebook();

        Assert.Contains(setting + ": ", notebook.Run("Ipytest.Config()").Value, StringComparison.Ordinal);
        Assert.Contains(setting + ": ", notebook.Run("Console.WriteLine(Ipytest.Config())").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_print_as_in_the_original()
    {
        using var notebook = new LiveNotebook();

        Assert.Equal("<keep> <default>", notebook.Run("Console.Write($\"{Setting.Keep} {Setting.Default}\")").Text);
        Assert.Equal("<keep>", notebook.Run("Setting.Keep").Value);
    }

    [Fact]
    public void The_notebook_tells_its_names_in_order()
    {
        using var notebook = new LiveNotebook().Given("int number = 1; void TestAdd() { } record Point(int X);", "string Text => \"\"; enum Color { Red } delegate int Map(int n);");

        Assert.Equal("TestAdd Point number Text Color Map", notebook.Run("Console.Write(string.Join(' ', Ipytest.Notebook.Names))").Text);
        Assert.Equal("True False", notebook.Run("Console.Write($\"{Ipytest.Notebook.Contains(\"Point\")} {Ipytest.Notebook.Contains(\"point\")}\")").Text);
        Assert.Equal("Notebook.ipynb", notebook.Run("Console.Write(Ipytest.Notebook)").Text);
    }

    [Fact]
    public void The_version_has_three_numbers() => Assert.Matches(@"^\d+\.\d+\.\d+$", Ipytest.Version);

    [Theory]
    [InlineData("[Fact] void TestBad() => Xunit.Assert.Equal(1, 2);", "void TestBad() => Xunit.Assert.Equal(1, 2)")]
    [InlineData("void TestBad() => new List<int>().First();", "InvalidOperationException")]
    [InlineData("async Task TestBad() { await Task.Delay(1); int.Parse(\"x\"); }", "FormatException")]
    [InlineData("public class Calc { [Fact] public async Task Bad() { await Task.Yield(); throw new Exception(); } }", "Exception")]
    public void Traces_are_cut_to_the_lines_of_the_user(string test, string shown)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run($"%%ipytest --tb=long\n{test}");

        Assert.Contains(shown, seen.Text, StringComparison.Ordinal);
        Assert.Contains("In[1]:2: ", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xunit.v3", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("IpytestNet", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Submission#", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_of_a_cell_names_its_cells_and_lines()
    {
        using var notebook = new LiveNotebook().Given("int Inner(int n) =>\n    int.Parse(\"x\");");

        var seen = notebook.Run("int Outer() => Inner(1);\nOuter();");

        Assert.Contains(" in In[1]:line 2\n", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains(" in In[2]:line 1\n", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains(" in In[2]:line 2", seen.ErrorShown, StringComparison.Ordinal);
        Assert.DoesNotContain("System.Number", seen.ErrorShown, StringComparison.Ordinal);
    }
}
