using IpytestNet.Kernel.Documents;
using Xunit;

namespace IpytestNet.Specs.Documents;

public sealed class CSharpScriptSpecs
{
    [Fact]
    public void Percent_lines_divide_the_cells()
    {
        var notebook = Parse("""
            using System.Text;

            // %% [markdown]
            // # Title
            //
            // Some *text*.

            // %% Adding
            int Add(int a, int b) => a + b;

            // a comment


            //%%
            Add(1, 2)
            """);

        Assert.Equal(
            ["using System.Text;", "# Title\n\nSome *text*.", "int Add(int a, int b) => a + b;\n\n// a comment", "Add(1, 2)"],
            notebook.Cells.Select(cell => cell.Source));
        Assert.Equal([CellKind.Code, CellKind.Markdown, CellKind.Code, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal([1, 4, 9, 15], notebook.Cells.Select(cell => cell.FileLine));
    }

    [Theory]
    [InlineData("// %%", new string[0])]
    [InlineData("""// %% tags=["raises-exception"]""", new[] { "raises-exception" })]
    [InlineData("""// %% A title tags=["a", "b"] slideshow={"x": 1}""", new[] { "a", "b" })]
    [InlineData("""// %% {"tags": ["a"]}""", new[] { "a" })]
    public void The_header_line_carries_tags(string header, string[] tags) =>
        Assert.Equal(tags, Parse(header + "\n1").Cells[0].Tags);

    [Theory]
    [InlineData("tags=a")]
    [InlineData("tags=['a']")]
    [InlineData("""tags=["a" """)]
    public void Tags_in_another_form_are_an_error(string tags)
    {
        var error = Refusal($"1\n// %% {tags}\n2");

        Assert.StartsWith("expected tags=[\"name\", …] after `// %%` in line 2, but it is tags=", error);
    }

    [Theory]
    [InlineData("// %%ipytest -q\n[Fact] void Adds() { }", "%%ipytest -q\n[Fact] void Adds() { }")]
    [InlineData("// #!ipytest\n// kept", "#!ipytest\n// kept")]
    [InlineData("//%%ipytest", "%%ipytest")]
    [InlineData("%%ipytest", "%%ipytest")]
    [InlineData("// ipytest: raiseOnError: true", "// ipytest: raiseOnError: true")]
    public void A_magic_may_stand_in_a_comment(string text, string source) =>
        Assert.Equal(source, Parse("// %%\n\n" + text).Cells[0].Source);

    [Fact]
    public void The_settings_of_jupytext_are_no_cell()
    {
        var notebook = Parse("// ---\n// jupyter:\n//   kernelspec: x\n// ---\n\n// %%\n1\n");

        Assert.Equal("1", Assert.Single(notebook.Cells).Source);
    }

    [Fact]
    public void A_raw_cell_is_kept_and_not_run()
    {
        var cell = Assert.Single(Parse("// %% [raw]\n// <b>x</b>\n").Cells);

        Assert.Equal((CellKind.Raw, "<b>x</b>"), (cell.Kind, cell.Source));
    }

    [Fact]
    public void A_file_without_percent_lines_is_refused() =>
        Assert.Equal("expected a C# file with cells, but it has no `// %%` line; put one before each cell", Refusal("class C { }"));

    [Fact]
    public void Line_ends_of_Windows_do_not_get_into_the_source() =>
        Assert.Equal("a\nb", Parse("// %%\r\na\r\nb\r\n").Cells[0].Source);

    private static NotebookDocument Parse(string text) => NotebookDocument.Parse(text, "Some.cs");

    private static string Refusal(string text) => Assert.Throws<NotebookFormatException>(() => Parse(text)).Message;
}
