using System.Text;
using IpytestNet.Kernel.Documents;
using Xunit;

namespace IpytestNet.Specs.Documents;

public sealed class JupyterNotebookSpecs
{
    [Fact]
    public void Cells_are_read_in_order_with_kind_source_and_tags()
    {
        var notebook = Parse("""
            { "cells": [
                { "cell_type": "markdown", "metadata": {}, "source": "# Title" },
                { "cell_type": "code", "metadata": { "tags": ["raises-exception", "slow"] }, "source": ["int x = 1;\n", "x"], "outputs": [], "execution_count": null },
                { "cell_type": "raw", "metadata": {}, "source": [] }
              ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }
            """);

        Assert.Equal("Some.ipynb", notebook.FileName);
        Assert.Equal("C#", notebook.Language);
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(["# Title", "int x = 1;\nx", ""], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal(["raises-exception", "slow"], notebook.Cells[1].Tags);
    }

    [Theory]
    [InlineData("""{ "cell_type": "code", "metadata": {}, "source": "1" }""", false, false)]
    [InlineData("""{ "cell_type": "code", "metadata": { "tags": ["skip-execution"] }, "source": "1" }""", true, false)]
    [InlineData("""{ "cell_type": "code", "metadata": { "tags": ["raises-exception"] }, "source": "1" }""", false, true)]
    [InlineData("""{ "cell_type": "code", "source": " \n" }""", true, false)]
    [InlineData("""{ "cell_type": "markdown", "metadata": {}, "source": "text" }""", true, false)]
    [InlineData("""{ "cell_type": "code", "metadata": { "polyglot_notebook": { "kernelName": "mermaid" } }, "source": "graph" }""", true, false)]
    public void The_kind_and_the_tags_of_a_cell_say_how_it_runs(string cell, bool isSkipped, bool expectsFailure)
    {
        var read = Parse($$"""{ "nbformat": 4, "cells": [ {{cell}} ] }""").Cells[0];

        Assert.Equal(isSkipped, read.IsSkipped);
        Assert.Equal(expectsFailure, read.ExpectsFailure);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""" "metadata": {}, """)]
    [InlineData(""" "metadata": { "kernelspec": { "name": ".net-csharp", "language": "C#" } }, """)]
    [InlineData(""" "metadata": { "kernelspec": { "name": ".net-csharp" }, "language_info": { "name": "polyglot-notebook" } }, """)]
    [InlineData(""" "metadata": { "kernelspec": { "name": "csharp-ipytest" } }, """)]
    [InlineData(""" "metadata": { "kernelspec": { "name": "other", "language": "csharp" } }, """)]
    [InlineData(""" "metadata": { "language_info": { "name": "cs" } }, """)]
    public void A_notebook_counts_as_C_sharp_when_it_says_so_or_nothing(string metadata)
    {
        var notebook = Parse($$"""{ "cells": [], {{metadata}} "nbformat": 4 }""");

        Assert.Empty(notebook.Cells);
    }

    [Theory]
    [InlineData(""" "kernelspec": { "name": "python3", "language": "python" } """, "its language is 'python' (kernel 'python3')")]
    [InlineData(""" "kernelspec": { "name": "python3" } """, "its language is 'python3' (kernel 'python3')")]
    [InlineData(""" "kernelspec": { "name": ".net-fsharp", "language": "F#" } """, "its language is 'F#' (kernel '.net-fsharp')")]
    [InlineData(""" "language_info": { "name": "julia" } """, "its language is 'julia'")]
    public void A_notebook_in_another_language_is_refused(string metadata, string message)
    {
        var error = Refusal($$"""{ "cells": [], "metadata": { {{metadata}} }, "nbformat": 4 }""");

        Assert.StartsWith($"expected a notebook in C#, but {message};", error);
    }

    [Fact]
    public void Cells_in_other_languages_are_named()
    {
        var error = Refusal("""
            { "nbformat": 4, "cells": [
              { "cell_type": "code", "source": "1" },
              { "cell_type": "code", "source": "let x = 1", "metadata": { "dotnet_interactive": { "language": "fsharp" } } },
              { "cell_type": "code", "source": "dir", "metadata": { "polyglot_notebook": { "kernelName": "pwsh" } } },
              { "cell_type": "code", "source": "x", "metadata": { "polyglot_notebook": { "kernelName": "fsharp" } } }
            ] }
            """);

        Assert.StartsWith("expected code cells in C# only, but there are cells in F# (cell 2, cell 4), PowerShell (cell 3);", error);
    }

    [Theory]
    [InlineData("", "expected a notebook, but the file is empty;")]
    [InlineData(" \n", "expected a notebook, but the file is empty;")]
    [InlineData("[]", "expected a JSON object, but line 1 begins an array;")]
    [InlineData("""{ "a": 1 }""", "expected a Jupyter notebook, but there is no 'nbformat' in it;")]
    [InlineData("""{ "nbformat": 3, "worksheets": [] }""", "expected nbformat 4, but it is 3;")]
    [InlineData("""{ "nbformat": "4", "cells": [] }""", "expected nbformat 4, but it is \"4\";")]
    [InlineData("""{ "nbformat": 4 }""", "expected an array 'cells', but it is null;")]
    [InlineData("""{ "nbformat": 4, "cells": {} }""", "expected an array 'cells', but it is an object;")]
    [InlineData("""{ "nbformat": 4, "cells": [ 7 ] }""", "expected cell 1 to be an object, but it is a number;")]
    [InlineData("""{ "nbformat": 4, "cells": [ { "cell_type": "heading", "source": "" } ] }""", "expected cell 1 to have the cell_type code, markdown or raw, but it is 'heading';")]
    [InlineData("""{ "nbformat": 4, "cells": [ { "cell_type": "code", "source": "" }, { "cell_type": "code" } ] }""", "expected the source of cell 2 to be a string or an array of strings, but it is null;")]
    [InlineData("""{ "nbformat": 4, "nbformat": 4 }""", "expected JSON, but Duplicate property 'nbformat'")]
    [InlineData("""{ "nbformat": 4, "cells": [], "x": "\ud83d" }""", "expected Unicode text, but a string has one half of a surrogate pair")]
    public void What_is_no_notebook_is_refused_with_what_came(string text, string message) =>
        Assert.StartsWith(message, Refusal(text));

    [Theory]
    [InlineData("{\n  \"cells\": x\n}", 2, 12)]
    [InlineData("{\n  \"größe\": x\n}", 2, 12)]
    [InlineData("{\r\n  \"cells\": [\r\n", 3, 1)]
    [InlineData("<<<<<<< HEAD", 1, 1)]
    public void Broken_JSON_is_reported_with_line_and_column(string text, int line, int column) =>
        Assert.StartsWith($"expected JSON, but line {line}, column {column} has an error: ", Refusal(text));

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_reported()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("Latin.ipynb");
        File.WriteAllBytes(path, [(byte)'{', 0xE9, (byte)'}']);

        var error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Read(path));

        Assert.StartsWith("expected UTF-8 text, but byte 2 does not belong to any;", error.Message);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void A_byte_order_mark_is_understood(string encoding)
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("Marked.ipynb");
        File.WriteAllText(path, """{ "nbformat": 4, "cells": [ { "cell_type": "code", "source": "\"ä\"" } ] }""", Encoding.GetEncoding(encoding));

        Assert.Equal("\"ä\"", NotebookDocument.Read(path).Cells[0].Source);
    }

    [Fact]
    public void A_file_of_another_type_is_refused()
    {
        var error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse("x", "notes.txt"));

        Assert.Equal("expected a notebook (.ipynb, .dib, or .cs with `// %%` cells), but the file is of another type: '.txt'", error.Message);
    }

    private static NotebookDocument Parse(string text) => NotebookDocument.Parse(text, "Some.ipynb");

    private static string Refusal(string text) => Assert.Throws<NotebookFormatException>(() => Parse(text)).Message;
}
