using System.Text.Json.Nodes;
using Xunit;

namespace IpytestNet.Specs.Tool.Nbval;

/// <summary>Cells as test cases: selection, recording, mistakes.</summary>
public sealed class NbvalSpecs : IDisposable
{
    private readonly ToolCall _call = new();

    public void Dispose() => _call.Dispose();

    [Fact]
    public void Cells_are_selected_as_tests_are_and_those_before_run_all_the_same()
    {
        Write("A.ipynb", ("var x = 20;", ""), ("Console.WriteLine(x + 1);", "21"), ("Console.WriteLine(x + 2);", "other"));

        Assert.Equal(ExitCode.Ok, _call.Run("run", "--nbval", "A.ipynb::Cell 2", "-v"));
        Assert.Contains("collected 1 item\n\nA.ipynb .", _call.Out);
        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "--nbval", "A.ipynb"));
        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "--nbval", "A.ipynb", "--lf"));
        Assert.EndsWith("1 failed, 2 deselected in", _call.Out[..(_call.Out.LastIndexOf(" in ", _call.Out.LastIndexOf("── notebooks", StringComparison.Ordinal), StringComparison.Ordinal) + 3)]);
        Assert.Equal(ExitCode.UsageError, _call.Run("run", "--nbval", "A.ipynb::Cell 4"));
        Assert.Contains("not found: A.ipynb::Cell 4", _call.Out);
    }

    [Fact]
    public void Cells_are_listed_without_running_them()
    {
        Write("A.ipynb", ("Environment.Exit(1);", ""), ("// NBVAL_TEST_NAME: the end\n1", ""));

        Assert.Equal(ExitCode.Ok, _call.Run("run", "--nbval", "A.ipynb", "--collect-only"));

        Assert.Contains("A.ipynb::Cell 1\nA.ipynb::the end\n\n2 tests collected", _call.Out);
    }

    [Fact]
    public void Only_outputs_that_differ_are_stored_anew()
    {
        Write("A.ipynb", ("Console.WriteLine(\"took 5 ms\");", "took 7 ms"), ("Console.WriteLine(\"now\");", "before"), ("// NBVAL_IGNORE_OUTPUT\nConsole.WriteLine(1);", "0"));
        var before = _call.Folder.PathOf("A.ipynb");
        var text = File.ReadAllText(before);

        Assert.Equal(ExitCode.Ok, _call.Run("run", "--nbval-update", "A.ipynb"));

        Assert.Contains("stored new outputs of 1 cell: Cell 2", _call.Out);
        Assert.Equal(text.Replace("before\\n", "now\\n", StringComparison.Ordinal), File.ReadAllText(before));
        Assert.Equal(ExitCode.Ok, _call.Run("run", "--nbval", "A.ipynb"));
    }

    [Fact]
    public void Tests_that_no_cell_has_run_are_run_at_the_end()
    {
        Write("A.ipynb", ("void TestIt() => Assert(1 == 2);", ""));

        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "--nbval", "A.ipynb", "--report-log=log.jsonl"));

        Assert.Contains("FAILED A.ipynb::TestIt", _call.Out);
        Assert.Contains("the final run: tests failed", _call.Out);
        Assert.Contains("A.ipynb::TestIt", File.ReadAllText(_call.Folder.PathOf("log.jsonl")));
    }

    [Fact]
    public void What_may_differ_is_read_from_files_with_their_mistakes_told()
    {
        Write("A.ipynb", ("Console.WriteLine(\"id 7\");", "id 8"));
        _call.Notebook("good.cfg", "[ids]\nregex: id (?P<n>\\d)\nreplace: \\g<n>$1\nregex: ^[78].*$\nreplace:\n");

        Assert.Equal(ExitCode.Ok, _call.Run("run", "--nbval", "A.ipynb", "--nbval-sanitize-with", "good.cfg"));
        foreach (var (text, message) in new[]
        {
            ("[a]\nregex: (\nreplace: x", "bad.cfg:2: expected a regular expression, but '(' is none"),
            ("regex: a\nregex: b\nreplace: c", "bad.cfg:1: expected `replace:` behind `regex:`, but there is none"),
            ("replace: c", "bad.cfg:1: expected `regex:` before `replace:`, but there is none"),
            ("regex: a", "bad.cfg:1: expected `replace:` behind `regex:`, but the file ends"),
            ("[a]\nrege: a", "bad.cfg:2: expected `[name]`, `regex: …` or `replace: …`, but 'rege: a' came"),
        })
        {
            _call.Notebook("bad.cfg", text);
            Assert.Equal(ExitCode.UsageError, _call.Run("run", "--nbval", "A.ipynb", "--nbval-sanitize-with=bad.cfg"));
            Assert.Contains(message, _call.Out.ReplaceLineEndings(" ").Replace("           ", " ", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("expected --nbval or --nbval-lax, but both are given; leave one out", "--nbval", "--nbval-lax")]
    [InlineData("expected --nbval or --inplace, but both are given; --nbval-update stores the outputs that differ, and no others", "--nbval", "--inplace")]
    [InlineData("argument --nbval-cell-timeout: expected --nbval or --nbval-lax beside it, since nothing is compared without; add one", "--nbval-cell-timeout=3")]
    [InlineData("argument --nbval-cell-timeout: expected a number of seconds above 0, but 'soon' came", "--nbval", "--nbval-cell-timeout=soon")]
    [InlineData("argument --nbval: expected no value, but 'yes' came; write --nbval alone", "--nbval=yes")]
    [InlineData("argument --nbval-kernel-name: expected one argument, the name of a Jupyter kernel, as `jupyter kernelspec list` shows it", "--nbval", "--nbval-kernel-name")]
    public void Wrong_options_are_refused(string message, params string[] arguments)
    {
        Assert.Equal(ExitCode.UsageError, _call.Run(["run", "A.ipynb", .. arguments]));

        Assert.Contains($"ipytest run: error: {message}\n", _call.Error);
    }

    [Fact]
    public void A_kernel_that_cannot_be_had_is_told_with_what_to_do()
    {
        Write("A.ipynb", ("1", ""));

        Assert.Equal(ExitCode.UsageError, _call.With("IPYTEST_PYTHON", "/no/python").Run("run", "--nbval", "A.ipynb", "--nbval-kernel-name=other"));

        Assert.Contains("install jupyter_client", _call.Out);
    }

    private void Write(string name, params (string Source, string Output)[] cells) => _call.Notebook(name, new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select((cell, i) => (JsonNode)new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = i + 1,
            ["id"] = $"cell-{i + 1}",
            ["metadata"] = new JsonObject(),
            ["outputs"] = cell.Output.Length is 0 ? [] : new JsonArray(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = new JsonArray($"{cell.Output}\n") }),
            ["source"] = cell.Source,
        })]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true, IndentSize = 1, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
}
