using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

/// <summary>The command with the engine behind it.</summary>
public sealed class RunSpecs : IDisposable
{
    private readonly ToolCall _call = new();

    [Fact]
    public void A_green_notebook_ends_with_0()
    {
        _call.Notebook("Green.cs", """
            // %%
            int Add(int a, int b) => a + b;
            // %%
            // %%ipytest
            [Fact] void TestAdd() => Assert.Equal(3, Add(1, 2));
            // %%
            Console.WriteLine("hello");
            Add(1, 41)
            """);

        Assert.Equal(ExitCode.Ok, _call.Run("run", "Green.cs"));
        Assert.Contains("1 passed", _call.Out);
        Assert.Contains("hello\nOut[3]: 42\n", _call.Out);
        Assert.Matches(@"\nok        Green\.cs +3 cells +\d+\.\d\ds\n1 ok in ", _call.Out);
    }

    [Fact]
    public void A_failing_test_ends_with_1_and_the_notebook_goes_on()
    {
        _call.Notebook("Red.cs", """
            // %%
            // %%ipytest
            [Fact] void TestBad() => Assert.Equal(3, 4);
            // %%
            Console.WriteLine("went on");
            """);

        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "Red.cs"));
        Assert.Contains("went on", _call.Out);
        Assert.Contains("          In[1]: tests failed\n1 failed in ", _call.Out);
    }

    [Fact]
    public void Tests_that_no_cell_runs_are_run_at_the_end()
    {
        _call.Notebook("Plain.cs", "// %%\nvoid TestGood() { }\n// %%\nvoid TestBad() => Assert.True(false);\n");

        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "Plain.cs"));
        Assert.Contains("1 failed, 1 passed", _call.Out);
        Assert.Contains("the final run: tests failed", _call.Out);
    }

    [Fact]
    public void A_notebook_without_tests_ends_with_5_unless_another_has_some()
    {
        _call.Notebook("None.cs", "// %%\nvar x = 1;\n").Notebook("Some.cs", "// %%\nvoid TestGood() { }\n");

        Assert.Equal(ExitCode.NoTestsCollected, _call.Run("run", "None.cs"));
        Assert.Equal(ExitCode.Ok, _call.Run("run", "None.cs", "Some.cs"));
    }

    [Fact]
    public void A_cell_that_throws_is_reported_with_cell_and_line_and_ends_the_notebook()
    {
        _call.Notebook("Throws.cs", "// %%\nvar zero = 0;\nvar q = 1 / zero;\n// %%\nConsole.WriteLine(\"went on\");\nvoid TestGood() { }\n");

        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "Throws.cs"));
        Assert.Contains("In[1] of Throws.cs (line 2 of the file): the cell failed\n", _call.Out);
        Assert.Contains("In[1]:line 2", _call.Out);
        Assert.Contains("1 of 2 cells", _call.Out);
        Assert.Contains("In[1]: DivideByZeroException: Attempted to divide by zero.", _call.Out);
        Assert.DoesNotContain("went on\n", _call.Out);
    }

    [Fact]
    public void A_cell_that_does_not_compile_fails_the_notebook()
    {
        _call.Notebook("Wrong.cs", "// %%\nint x = nope;\n");

        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "Wrong.cs"));
        Assert.Contains("CS0103", _call.Out);
    }

    [Fact]
    public void With_errors_allowed_the_notebook_goes_on_and_fails()
    {
        _call.Notebook("Throws.cs", "// %%\nthrow new Exception(\"a\");\n// %%\nConsole.WriteLine(\"went on\");\nvoid TestGood() { }\n");

        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "Throws.cs", "--allow-errors"));
        Assert.Contains("went on\n", _call.Out);
        Assert.Contains("1 passed", _call.Out);
    }

    [Theory]
    [InlineData("throw new Exception();", ExitCode.Ok)]
    [InlineData("// %%ipytest\nvoid TestBad() => Assert.True(false);", ExitCode.Ok)]
    [InlineData("1 + 1", ExitCode.TestsFailed)]
    [InlineData("// %%ipytest\nvoid TestFine() { }", ExitCode.TestsFailed)]
    public void A_cell_tagged_raises_exception_must_throw_or_have_a_failing_test(string cell, ExitCode expected)
    {
        _call.Notebook("Tagged.cs", $"// %%\n// %%ipytest\nvoid TestGood() {{ }}\n// %% tags=[\"raises-exception\"]\n{cell}\n");

        Assert.Equal(expected, _call.Run("run", "Tagged.cs"));
    }

    [Fact]
    public void A_cell_tagged_skip_execution_is_left_out()
    {
        _call.Notebook("Skips.cs", "// %% tags=[\"skip-execution\"]\nthrow new Exception();\n// %%\nvoid TestGood() { }\n");

        Assert.Equal(ExitCode.Ok, _call.Run("run", "Skips.cs"));
        Assert.Contains(" 1 cell ", _call.Out);
    }

    [Fact]
    public void Each_notebook_has_a_session_and_a_folder_of_its_own()
    {
        _call.Notebook("a/One.cs", "// %%\nint x = 1;\nvoid TestOne() => Assert.EndsWith(\"a\", System.IO.Directory.GetCurrentDirectory());\n")
            .Notebook("b/Two.cs", "// %%\nstring x = \"two\";\nvoid TestTwo() => Assert.EndsWith(\"b\", System.IO.Directory.GetCurrentDirectory());\n");

        Assert.Equal(ExitCode.Ok, _call.Run("run", "."));
        Assert.Contains("2 ok in ", _call.Out);
    }

    [Fact]
    public void What_cannot_run_does_not_keep_the_others_from_running()
    {
        _call.Notebook("broken.ipynb", "{").Notebook("Good.cs", "// %%\nvoid TestGood() { }\n");

        Assert.Equal(ExitCode.UsageError, _call.Run("run", "nope.ipynb", "broken.ipynb", "Good.cs"));
        Assert.Contains("1 passed", _call.Out);
        Assert.Contains("2 errors, 1 ok in ", _call.Out);
    }

    [Fact]
    public void Pytest_options_apply_to_every_run()
    {
        _call.Notebook("Some.cs", "// %%\n// %%ipytest\nvoid TestGood() { }\nvoid TestBad() => Assert.True(false);\n");

        Assert.Equal(ExitCode.Ok, _call.Run("run", "Some.cs", "-k", "good"));
        Assert.Contains("1 passed, 1 deselected", _call.Out);
    }

    [Fact]
    public void A_node_runs_alone()
    {
        _call.Notebook("Some.cs", "// %%\nvoid TestGood() { }\n// %%\nvoid TestBad() => Assert.True(false);\n");

        Assert.Equal(ExitCode.Ok, _call.Run("run", "Some.cs::TestGood"));
        Assert.Contains("1 passed", _call.Out);
    }

    [Fact]
    public void Without_a_terminal_not_one_escape_sequence_is_written()
    {
        _call.Notebook("Some.cs", "// %%\n// %%ipytest\nvoid TestBad() => Assert.True(false);\n// %%\nthrow new Exception();\n");

        _call.Run("run", "Some.cs");

        Assert.DoesNotContain("\e", _call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_that_no_run_has_found_are_named()
    {
        _call.Notebook("Lost.cs", "// %%\n[Fact] void Lost() => Assert(false);\n// %%\n// %%ipytest\nvoid TestGood() { }\n");

        Assert.Equal(ExitCode.Ok, _call.Run("run", "Lost.cs"));
        Assert.Contains("In[1]: warning: never run: Lost; begin the cell with %%ipytest", _call.Out);
    }

    [Fact]
    public void A_node_id_that_names_no_test_is_a_usage_error()
    {
        _call.Notebook("Some.cs", "// %%\nvoid TestGood() { }\n");

        Assert.Equal(ExitCode.UsageError, _call.Run("run", "Some.cs::TestNope"));
        Assert.Contains("not found: Some.cs::TestNope", _call.Out);
    }

    [Fact]
    public void What_a_notebook_does_to_the_environment_is_undone()
    {
        _call.Notebook("A.cs", "// %%\nEnvironment.SetEnvironmentVariable(\"IPYTEST_LEAK\", \"1\"); void TestA() { }\n");
        _call.Notebook("B.cs", "// %%\nvoid TestB() => Assert(Environment.GetEnvironmentVariable(\"IPYTEST_LEAK\") is null);\n");

        Assert.Equal(ExitCode.Ok, _call.Run("run", "A.cs", "B.cs"));
    }

    [Fact]
    public void Without_autoconfig_the_magic_says_what_to_call()
    {
        _call.Notebook("Some.cs", "// %%\n// %%ipytest\nvoid TestGood() { }\n");

        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "Some.cs", "--no-autoconfig"));
        Assert.Contains("Ipytest.AutoConfig()", _call.Out);
    }

    [Fact]
    public void The_executed_notebook_is_written_with_outputs_and_numbers()
    {
        _call.Notebook("Some.cs", "// %%\nConsole.WriteLine(\"grün\");\nvoid TestGood() { }\n1 + 1\n// %%\nthrow new FormatException(\"bad\");\n// %%\n2\n");

        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "Some.cs", "--output", "out/"));
        var cells = JsonNode.Parse(File.ReadAllText(_call.Folder.PathOf("out/Some.ipynb")))!["cells"]!;
        Assert.Equal([1, 2, null], cells.AsArray().Select(cell => (int?)cell!["execution_count"]));
        Assert.Equal(["stream", "execute_result"], OutputTypes(cells[0]!));
        Assert.Equal("grün\n", (string?)cells[0]!["outputs"]![0]!["text"]![0]);
        Assert.Equal(["error"], OutputTypes(cells[1]!));
        Assert.Equal("FormatException", (string?)cells[1]!["outputs"]![0]!["ename"]);
        Assert.Empty(OutputTypes(cells[2]!));
    }

    [Fact]
    public void A_notebook_can_be_written_in_place()
    {
        const string Text = """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "a",
               "metadata": {
                "mine": 1.0
               },
               "outputs": [],
               "source": [
                "void TestGood() { }"
               ]
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """;
        _call.Notebook("Some.ipynb", Text);

        Assert.Equal(ExitCode.Ok, _call.Run("run", "Some.ipynb", "--inplace"));
        Assert.Equal(
            Text.Replace("\"execution_count\": null", "\"execution_count\": 1", StringComparison.Ordinal),
            File.ReadAllText(_call.Folder.PathOf("Some.ipynb")));
    }

    [Fact]
    public async Task An_interruption_stops_the_running_test_at_once_and_starts_no_other_notebook()
    {
        _call.Notebook("Loop.cs", "// %%\n// %%ipytest -v\nvoid TestFirst() { }\nvoid TestLoop() { while (true) { } }\n// %%\nConsole.WriteLine(\"went on\");\n")
            .Notebook("Other.cs", "// %%\nvoid TestGood() { }\n");
        using var interruption = new CancellationTokenSource();

        var run = Task.Run(() => Program.Run(["run", "Loop.cs", "Other.cs"], _call.Console(), interruption.Token), TestContext.Current.CancellationToken);
        while (!_call.Out.Contains("TestFirst PASSED", StringComparison.Ordinal))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await interruption.CancelAsync();

        Assert.Equal(ExitCode.Interrupted, await run);
        Assert.Contains("In[1]: interrupted", _call.Out);
        Assert.Contains("Other.cs\n          not started\n2 stopped in ", _call.Out);
        Assert.DoesNotMatch(new Regex("^went on", RegexOptions.Multiline), _call.Out);
    }

    public void Dispose() => _call.Dispose();

    private static IEnumerable<string?> OutputTypes(JsonNode cell) => cell["outputs"]!.AsArray().Select(output => (string?)output!["output_type"]);
}
