using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>The magics of the engine.</summary>
public sealed class MagicSpecs
{
    [Theory]
    [InlineData("%%time\n1 + 1")]
    [InlineData("#!time\n1 + 1")]
    [InlineData("\n%%time\n1 + 1")]
    [InlineData("#!csharp\n%%time\n1 + 1")]
    public void Time_runs_the_cell_and_says_how_long(string code)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(code);

        Assert.Equal("2", seen.Value);
        Assert.Matches(@"^Wall time: \d+\.\d+ m?s\n$", seen.Text);
    }

    [Fact]
    public void Time_says_how_long_also_when_the_cell_fails()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%time\nthrow new Exception(\"x\");");

        Assert.Contains("System.Exception: x", seen.ErrorShown, StringComparison.Ordinal);
        Assert.StartsWith("Wall time: ", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_magic_can_stand_over_another()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%time\n%%ipytest\n[Fact] void Adds() => Assert(1 + 1 == 2);");

        Assert.Contains("1 passed", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Wall time: ", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, seen.Run);
    }

    [Theory]
    [InlineData("#!csharp\n1 + 1")]
    [InlineData("#!c#\n1 + 1")]
    public void The_name_of_the_language_is_no_magic(string code)
    {
        using var notebook = new LiveNotebook();

        Assert.Equal("2", notebook.Run(code).Value);
    }

    [Theory]
    [InlineData("%%nope\n1")]
    [InlineData("#!nope\n1")]
    public void An_unknown_magic_names_those_that_are_known(string code)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(code);

        Assert.Equal("UsageError: There is no magic %%nope. Known here: %%ipytest, %%time, %%writefile.", seen.ErrorShown);
    }

    [Theory]
    [InlineData("1 + 1\n%%time")]
    [InlineData("var a = 1;\n%%ipytest -v\nvar b = 2;")]
    [InlineData("var a = 1;\n#!time")]
    public void A_magic_further_down_says_where_it_belongs(string code)
    {
        using var notebook = new LiveNotebook();

        Assert.Contains("In[1]:2:1: error IPY0002: A magic stands in the first line of its cell", notebook.Run(code).ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_looks_like_a_magic_is_text()
    {
        using var notebook = new LiveNotebook();

        Assert.Equal("7", notebook.Run("// a\n%%time\n*/ 7".Replace("// a", "/*", StringComparison.Ordinal)).Value);
        Assert.Equal("6", notebook.Run("@\"\n%%time\".Length - 1").Value);
        Assert.Equal("1", notebook.Run("5\n% 4").Value);
    }

    [Fact]
    public void A_file_is_written_and_overwritten()
    {
        using var folder = new TemporaryFolder();
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        var first = notebook.Run("%%writefile data.txt\nhello\n  there");
        var second = notebook.Run("%%writefile data.txt\nagain");

        Assert.Equal(("Writing data.txt\n", "Overwriting data.txt\n"), (first.Text, second.Text));
        Assert.Equal("again", File.ReadAllText(folder.PathOf("data.txt")));
        Assert.Equal("\"again\"", notebook.Run("File.ReadAllText(\"data.txt\")").Value);
    }

    [Theory]
    [InlineData("\"my data.txt\"")]
    [InlineData("'my data.txt'")]
    public void A_quoted_path_may_have_blanks(string path)
    {
        using var folder = new TemporaryFolder();
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        notebook.Run($"%%writefile {path}\nx");

        Assert.Equal("x", File.ReadAllText(folder.PathOf("my data.txt")));
    }

    [Theory]
    [InlineData("%%writefile\nx", "expects one path")]
    [InlineData("%%writefile a b\nx", "expects one path")]
    [InlineData("%%writefile nowhere/data.txt\nx", "does not exist; create it first")]
    [InlineData("%%writefile .\nx", "it is a folder")]
    public void A_path_that_cannot_be_written_is_a_clear_error(string code, string expected)
    {
        using var folder = new TemporaryFolder();
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        var seen = notebook.Run(code);

        Assert.StartsWith("UsageError: %%writefile ", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains(expected, seen.ErrorShown, StringComparison.Ordinal);
    }
}
