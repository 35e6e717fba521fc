using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;
using IpytestNet.Kernel.Display;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Documents;

public sealed class ExecutedNotebookSpecs
{
    private const string TwoCells = """
        {
         "cells": [
          {
           "attachments": {
            "a.png": {
             "image/png": "iVBO"
            }
           },
           "cell_type": "markdown",
           "id": "one",
           "metadata": {},
           "source": [
            "schön 🎉\n",
            "\u001b[1m </b> & 'x'"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 7,
           "id": "two",
           "metadata": {
            "tags": [
             "a"
            ],
            "mine": 1.0
           },
           "outputs": [],
           "source": "x"
          }
         ],
         "metadata": {
          "unknown": [
           {},
           1e5,
           null
          ]
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void All_that_did_not_run_stays_byte_for_byte()
    {
        var written = Render(TwoCells);

        Assert.Equal(TwoCells, written);
    }

    [Fact]
    public void Outputs_and_number_are_put_into_the_cell_that_ran()
    {
        var written = Render(TwoCells, new ExecutedCell(1, 2, [new CellOutput.Stream("stdout", "grün\n🎉")]));

        Assert.Equal(
            TwoCells
                .Replace("\"execution_count\": 7", "\"execution_count\": 2", StringComparison.Ordinal)
                .Replace("   \"outputs\": []", """
                       "outputs": [
                        {
                         "name": "stdout",
                         "output_type": "stream",
                         "text": [
                          "grün\n",
                          "🎉"
                         ]
                        }
                       ]
                    """, StringComparison.Ordinal),
            written);
    }

    [Theory]
    [InlineData("{\n\t\"cells\": [],\n\t\"nbformat\": 4\n}")]
    [InlineData("{\r\n    \"cells\": [],\r\n    \"nbformat\": 4\r\n}\r\n\r\n")]
    [InlineData("{\"cells\":[],\"nbformat\":4}\n")]
    public void Indentation_line_ends_and_the_end_of_the_file_stay(string text) =>
        Assert.Equal(text, Render(text));

    [Fact]
    public void Chunks_of_one_stream_that_follow_each_other_become_one_output()
    {
        var outputs = Outputs(
            new CellOutput.Stream("stdout", "a"),
            new CellOutput.Stream("stdout", "b\n"),
            new CellOutput.Stream("stderr", "e"),
            new CellOutput.Displayed(MimeBundle.Of("1")),
            new CellOutput.Stream("stdout", "c"),
            new CellOutput.Stream("stdout", "d"));

        Assert.Equal(
            ["""{"name":"stdout","output_type":"stream","text":["ab\n"]}""",
             """{"name":"stderr","output_type":"stream","text":["e"]}""",
             """{"data":{"text/plain":["1"]},"metadata":{},"output_type":"display_data"}""",
             """{"name":"stdout","output_type":"stream","text":["cd"]}"""],
            outputs);
    }

    [Fact]
    public void Values_keep_their_formats()
    {
        var outputs = Outputs(
            new CellOutput.Displayed(new MimeBundle(new Dictionary<string, string>
            {
                ["text/plain"] = "",
                ["image/png"] = "iVBO\nRw==",
                ["application/json"] = """{"a": [1, "b"]}""",
                ["application/vnd.x+json"] = "no json",
            })),
            new CellOutput.Result(MimeBundle.Of("a\nb", "<b>1</b>"), 4));

        Assert.Equal(
            ["""{"data":{"application/json":{"a":[1,"b"]},"application/vnd.x+json":"no json","image/png":"iVBO\nRw==","text/plain":[]},"metadata":{},"output_type":"display_data"}""",
             """{"data":{"text/html":["<b>1</b>"],"text/plain":["a\n","b"]},"execution_count":4,"metadata":{},"output_type":"execute_result"}"""],
            outputs);
    }

    [Fact]
    public void An_error_keeps_its_trace()
    {
        var outputs = Outputs(new CellOutput.Failed(new CellError("FormatException", "bad \ud83d", ["In[1]:line 1", "\u001b[31mred\u001b[0m"])));

        Assert.Equal(
            ["""{"ename":"FormatException","evalue":"bad �","output_type":"error","traceback":["In[1]:line 1","\u001b[31mred\u001b[0m"]}"""],
            outputs);
    }

    [Fact]
    public void Carriage_returns_are_left_in()
    {
        var outputs = Outputs(new CellOutput.Stream("stdout", "10%\r20%\r\nend\r"));

        Assert.Equal(["""{"name":"stdout","output_type":"stream","text":["10%\r","20%\r\n","end\r"]}"""], outputs);
    }

    [Fact]
    public void A_text_notebook_becomes_a_Jupyter_notebook()
    {
        var document = NotebookDocument.Parse("// %% [markdown]\n// # Title\n// %% tags=[\"a\"]\nint x = 1;\nx\n", "Some.cs");

        var json = JsonNode.Parse(IpynbWriter.Render(document, [new ExecutedCell(1, 1, [new CellOutput.Result(MimeBundle.Of("1"), 1)])]))!;

        Assert.Equal(4, (int)json["nbformat"]!);
        Assert.Equal("csharp-ipytest", (string)json["metadata"]!["kernelspec"]!["name"]!);
        Assert.Equal(
            """{"cell_type":"markdown","id":"cell-1","metadata":{},"source":["# Title"]}""",
            json["cells"]![0]!.ToJsonString());
        Assert.Equal(
            """{"cell_type":"code","execution_count":1,"id":"cell-2","metadata":{"tags":["a"]},"outputs":[{"data":{"text/plain":["1"]},"execution_count":1,"metadata":{},"output_type":"execute_result"}],"source":["int x = 1;\n","x"]}""",
            json["cells"]![1]!.ToJsonString());
    }

    [Fact]
    public void A_byte_order_mark_stays()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("Marked.ipynb");
        File.WriteAllText(path, TwoCells, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var before = File.ReadAllBytes(path);

        IpynbWriter.Write(NotebookDocument.Read(path), [], path);

        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_symbolic_link_is_followed_and_the_mode_of_the_file_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes and free links are of Unix");
        using var folder = new TemporaryFolder();
        var file = folder.Write("real/File.ipynb", TwoCells);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var link = folder.PathOf("Link.ipynb");
        File.CreateSymbolicLink(link, "real/File.ipynb");

        IpynbWriter.Write(NotebookDocument.Read(link), [new ExecutedCell(1, 9, [])], link);

        Assert.Equal("real/File.ipynb", new FileInfo(link).LinkTarget);
        Assert.Contains("\"execution_count\": 9", File.ReadAllText(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, File.GetUnixFileMode(file));
        Assert.Equal(["File.ipynb"], Directory.GetFileSystemEntries(folder.PathOf("real")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_new_file_is_written()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("New.ipynb");

        IpynbWriter.Write(NotebookDocument.Parse(TwoCells, "Some.ipynb"), [], path);

        Assert.Equal(TwoCells, File.ReadAllText(path));
    }

    private static string Render(string text, params ExecutedCell[] executed) =>
        IpynbWriter.Render(NotebookDocument.Parse(text, "Some.ipynb"), executed);

    private static string[] Outputs(params CellOutput[] outputs)
    {
        var text = Render("""{"cells":[{"cell_type":"code","source":""}],"nbformat":4}""", new ExecutedCell(0, 1, outputs));
        // What the file has, not what a parser makes of it: compact JSON, one output after the other.
        var array = text[(text.IndexOf("\"outputs\":[", StringComparison.Ordinal) + 11)..text.LastIndexOf("]}],\"nbformat\"", StringComparison.Ordinal)];
        return array.Replace(",{\"data\"", "\n{\"data\"", StringComparison.Ordinal).Replace(",{\"name\"", "\n{\"name\"", StringComparison.Ordinal).Split('\n');
    }
}
