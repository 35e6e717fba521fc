using System.Text;
using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class StripSpecs : IDisposable
{
    // Odd on purpose: the order of members, spaces, escapes, and no line end behind the last brace.
    private const string Ran =
        """
        { "nbformat" : 4, "nbformat_minor": 5,
          "metadata": {"widgets": {"a": [1]}, "kernelspec": {"name": "python3"},   "language_info": {"name":"python", "version":"3.12.1"}},
          "cells": [
            {"cell_type": "markdown", "source": "caf\u00e9 é 😀", "metadata": {"collapsed": true}},
            {"cell_type": "code", "source": ["1"], "execution_count": 12, "metadata": {"execution": {"iopub.status.busy": "x"}, "scrolled": true},
             "outputs": [
               {"output_type": "stream", "name": "stdout", "text": "[]\"}"}
             ]},
            {"metadata": {"tags": ["keep_output"], "execution": {}}, "outputs": [{"output_type": "execute_result", "execution_count": 3, "data": {}}], "cell_type": "code", "execution_count": 3, "source": ""},
            {"cell_type": "code", "metadata": {"keep_output": true, "a": 1e2}, "execution_count": null, "outputs": [{"output_type": "error"}], "source": ""},
            {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [ ], "source": ""}
          ] }
        """;

    private const string Stripped =
        """
        { "nbformat" : 4, "nbformat_minor": 5,
          "metadata": {"widgets": {"a": [1]}, "kernelspec": {"name": "python3"},   "language_info": {"name":"python", "version":"3.12.1"}},
          "cells": [
            {"cell_type": "markdown", "source": "caf\u00e9 é 😀", "metadata": {"collapsed": true}},
            {"cell_type": "code", "source": ["1"], "execution_count": null, "metadata": {"scrolled": true},
             "outputs": []},
            {"metadata": {"tags": ["keep_output"]}, "outputs": [{"output_type": "execute_result", "execution_count": null, "data": {}}], "cell_type": "code", "execution_count": null, "source": ""},
            {"cell_type": "code", "metadata": {"keep_output": true, "a": 1e2}, "execution_count": null, "outputs": [{"output_type": "error"}], "source": ""},
            {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [ ], "source": ""}
          ] }
        """;

    private readonly ToolCall _call = new();

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\r\n")]
    public void Outputs_counts_and_times_go_and_every_other_byte_stays(string newLine, string tail)
    {
        Write("ran.ipynb", Ran, newLine, tail);
        var clean = Write("sub/clean.ipynb", Stripped, newLine, tail);
        var written = File.GetLastWriteTimeUtc(clean);
        _call.Folder.Write("other.dib", "#!csharp\n1");
        _call.Folder.Write("other.cs", "// %%\n1");

        Assert.Equal(ExitCode.TestsFailed, _call.Run("strip", ".", "--check"));
        Assert.Equal(Ran.ReplaceLineEndings(newLine) + tail, Read("ran.ipynb"));
        Assert.Equal(ExitCode.Ok, _call.Run("strip", "."));
        Assert.Equal(ExitCode.Ok, _call.Run("strip", ".", "--check"));

        Assert.Equal("would strip ran.ipynb\nstripped ran.ipynb\n", _call.Out);
        Assert.Equal(Stripped.ReplaceLineEndings(newLine) + tail, Read("ran.ipynb"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(clean));
    }

    [Fact]
    public void Options_say_what_stays_and_what_goes_too()
    {
        foreach (var name in (string[])["output", "count", "metadata"])
            Write($"{name}.ipynb", Ran, "\n", "");

        _call.Run("strip", "output.ipynb", "--keep-output");
        _call.Run("strip", "count.ipynb", "--keep-count");
        _call.Run("strip", "metadata.ipynb", "--metadata");

        Assert.Contains("\"text\": \"[]\\\"}\"", Read("output.ipynb"));
        Assert.Contains("\"execution_count\": null, \"metadata\": {\"scrolled\": true}", Read("output.ipynb"));
        Assert.Contains("\"execution_count\": 12, \"metadata\": {\"scrolled\": true},\n     \"outputs\": []", Read("count.ipynb"));
        Assert.Contains("\"metadata\": {\"kernelspec\": {\"name\": \"python3\"},   \"language_info\": {\"name\":\"python\"}}", Read("metadata.ipynb"));
        Assert.Contains("\"execution_count\": null, \"metadata\": {},", Read("metadata.ipynb"));
    }

    [Theory]
    [InlineData(Ran, Stripped)]
    [InlineData(Stripped, Stripped)]
    [InlineData("", "")]
    public void A_filter_of_git_reads_standard_input_and_writes_standard_output(string ran, string stripped)
    {
        using var output = new MemoryStream();
        var console = _call.Console() with { OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(ran)), OpenOutput = () => output };

        Assert.Equal(ran == stripped ? ExitCode.Ok : ExitCode.TestsFailed, Program.Run(["strip", "-", "--check"], console, TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.Ok, Program.Run(["strip", "-"], console, TestContext.Current.CancellationToken));

        Assert.Equal(stripped, Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void What_is_no_notebook_is_told_and_the_others_are_stripped()
    {
        Write("a.ipynb", Ran, "\n", "");
        _call.Folder.Write("broken.ipynb", "{\n<<<<<<< HEAD\n}");
        _call.Folder.Write("list.ipynb", "{}");

        Assert.Equal(ExitCode.UsageError, _call.Run("strip", "*.ipynb", "nope.ipynb"));

        Assert.Equal("stripped a.ipynb\n", _call.Out);
        Assert.Equal(
            """
            ipytest strip: error: broken.ipynb: expected JSON, but there is an error in line 2; repair it (after a merge, resolve the conflict)
            ipytest strip: error: list.ipynb: expected a Jupyter notebook, but there is no array 'cells' in it; leave the file out
            ipytest strip: error: nope.ipynb: expected a notebook, a folder or a pattern with *, but there is no such file; check the name

            """.ReplaceLineEndings("\n"),
            _call.Error);
    }

    public void Dispose() => _call.Dispose();

    private string Write(string name, string text, string newLine, string tail) => _call.Folder.Write(name, text.ReplaceLineEndings(newLine) + tail);

    private string Read(string name) => File.ReadAllText(_call.Folder.PathOf(name));
}
