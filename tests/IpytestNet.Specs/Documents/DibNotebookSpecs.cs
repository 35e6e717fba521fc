using IpytestNet.Kernel.Documents;
using Xunit;

namespace IpytestNet.Specs.Documents;

public sealed class DibNotebookSpecs
{
    [Fact]
    public void Lines_that_name_a_kernel_divide_the_cells()
    {
        var notebook = Parse("""
            #!meta

            {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}

            #!markdown

            # Title

            #!csharp

            int Add(int a, int b) =>

                a + b;

            #!c#
            Add(1, 2)

            #!mermaid

            graph LR
            """);

        Assert.Equal(["# Title", "int Add(int a, int b) =>\n\n    a + b;", "Add(1, 2)", "graph LR"], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Code, CellKind.Raw], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(["markdown", "C#", "C#", "mermaid"], notebook.Cells.Select(cell => cell.Language));
        Assert.Equal([7, 11, 16, 20], notebook.Cells.Select(cell => cell.FileLine));
    }

    [Fact]
    public void Text_before_the_first_kernel_line_is_C_sharp()
    {
        var cell = Assert.Single(Parse("var x = 1;\r\nx\r\n").Cells);

        Assert.Equal(CellKind.Code, cell.Kind);
        Assert.Equal("var x = 1;\nx", cell.Source);
    }

    [Fact]
    public void A_magic_stays_in_its_cell()
    {
        var notebook = Parse("#!csharp\n#!ipytest -q\n[Fact] void Adds() { }\n\n#!csharp\n#!time\n1");

        Assert.Equal(["#!ipytest -q\n[Fact] void Adds() { }", "#!time\n1"], notebook.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void Cells_without_text_are_dropped() =>
        Assert.Equal(["1"], Parse("#!csharp\n\n#!markdown\n \n#!csharp\n1\n#!csharp\n").Cells.Select(cell => cell.Source));

    [Fact]
    public void Cells_in_other_languages_are_named_with_their_lines()
    {
        var error = Refusal("#!pwsh\ndir\n\n#!csharp\n1\n#!fsharp\nlet x = 1\n#!powershell\n\nls\n");

        Assert.StartsWith("expected code cells in C# only, but there are cells in PowerShell (line 2, line 10), F# (line 7);", error);
    }

    [Fact]
    public void Kernels_of_the_meta_cell_are_known()
    {
        var error = Refusal("""
            #!meta
            {"kernelInfo":{"defaultKernelName":"fsharp","items":[{"aliases":["db"],"languageName":"T-SQL","name":"sql-sales"}]}}
            #!db
            select 1
            #!markdown
            text
            """);

        Assert.StartsWith("expected code cells in C# only, but there are cells in T-SQL (line 4);", error);
    }

    [Fact]
    public void Broken_JSON_in_the_meta_cell_is_reported_with_its_line_in_the_file()
    {
        var error = Refusal("""
            #!csharp
            1
            #!meta

            {"kernelInfo":
            oops}
            """);

        Assert.StartsWith("expected JSON, but line 6, column 1 has an error: ", error);
    }

    private static NotebookDocument Parse(string text) => NotebookDocument.Parse(text, "Some.dib");

    private static string Refusal(string text) => Assert.Throws<NotebookFormatException>(() => Parse(text)).Message;
}
