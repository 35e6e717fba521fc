using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace IpytestNet.Specs.Testing.Platform;

/// <summary>Notebooks in a test project, as a person sees them under <c>dotnet test</c>.</summary>
[Trait("asks", "SDK")]
public sealed partial class TestPlatformSpecs(TestProject project) : IClassFixture<TestProject>
{
    private const int ZeroTestsRan = 8;

    private const string Broken =
        """
        // %%
        %%ipytest --timeout=1
        void TestGood() { }
        void TestEndless() { while (true) { } }
        [XFail("bug 7")] void TestKnown() => Assert(false);
        void TestNeeds(int unknown) { }
        [Theory, InlineData("a/b {c}; d")] void Texts(string text) { }
        // %% tags=["raises-exception"]
        %%ipytest
        void TestMeantToFail() => Assert(false);
        // %%
        var one = 1;
        one = int.Parse("no number");
        """;

    [Fact]
    public void The_tests_are_listed_by_name()
    {
        var listed = project.Test("--list-tests", "--notebook-workers", "2");

        Assert.Equal(
            [
                "A_cart_is_kept_for_a_while", "A_new_cart_is_empty", "Few_pieces_cost_postage", "Five_pieces_go_free", "Islands_cost_more",
                "Pieces_are_counted(pieces: 1)", "Pieces_are_counted(pieces: 3)",
            ],
            listed.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Passing_and_failing_tests_are_told_on_the_screen_and_in_a_TRX_file()
    {
        var run = project.Test("--output", "Detailed", "--notebook-workers", "2", "--report-trx", "--report-trx-filename", "all.trx", "--results-directory", project.PathOf("results"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("\npassed Pieces_are_counted(pieces: 3) ", run.Output);
        Assert.Contains("\nfailed Five_pieces_go_free ", run.Output);
        Assert.Contains("\nskipped Islands_cost_more", run.Output);
        Assert.Contains("\n  no such customer yet\n", run.Output);
        Assert.Contains($"at Five_pieces_go_free, pricing/Postage.ipynb, In[2], line 8 in {project.PathOf("pricing/Postage.ipynb")}:63\n", run.Output);
        Assert.Contains("postage: 4.50\n", run.Output);

        var results = XDocument.Load(project.PathOf("results/all.trx")).Descendants().Where(element => element.Name.LocalName is "UnitTestResult").ToDictionary(result => result.Attribute("testName")!.Value);
        Assert.Equal(7, results.Count);
        Assert.Equal("Passed", results["A_new_cart_is_empty"].Attribute("outcome")!.Value);
        Assert.Equal("NotExecuted", results["Islands_cost_more"].Attribute("outcome")!.Value);
        Assert.Equal("Failed", results["Five_pieces_go_free"].Attribute("outcome")!.Value);
        Assert.Equal("postage: 4.50\n", Text(results["Five_pieces_go_free"], "StdOut"));
        Assert.StartsWith("Assertion failed: postage == 0\n\n    [Fact] void Five_pieces_go_free()\n", Text(results["Five_pieces_go_free"], "Message"));
        Assert.EndsWith($"pricing/Postage.ipynb, In[2], line 8 in {project.PathOf("pricing/Postage.ipynb")}:line 63", Text(results["Five_pieces_go_free"], "StackTrace"));
    }

    [Fact]
    public void A_filter_selects_one_and_runs_no_other_notebook()
    {
        var run = project.Test("--output", "Detailed", "--filter-uid", "pricing/Postage.ipynb::Few_pieces_cost_postage");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Few_pieces_cost_postage"], Passed(run));
    }

    [Theory]
    [InlineData("--filter", "add and not rows", "TestAdd")]
    [InlineData("--filter-markers", "slow", "TestWait")]
    [InlineData("--treenode-filter", "/*/*Calc.cs/SumTests*", "SumTests.Rows(n: 1)")]
    [InlineData("--filter", "nothing")]
    public void Filters_go_by_names_markers_and_paths(string option, string value, params string[] names)
    {
        var run = project.Run(
            [project.Notebook("math/Calc.cs", "// %%\n%%ipytest\nvoid TestAdd() { }\nclass SumTests { [Theory, InlineData(1)] public void Rows(int n) { } }\nvoid TestAddRows() { }\n[Mark(\"slow\")] void TestWait() { }")],
            option, value, "--output", "Detailed");

        Assert.Equal(names, Passed(run));
        Assert.Equal(names is [] ? ZeroTestsRan : 0, run.ExitCode);
    }

    [Fact]
    public void What_goes_wrong_in_a_notebook_is_a_failure_of_its_own()
    {
        var run = project.Run(
            [
                project.Notebook("it's; [1] ü.cs", Broken),
                project.Notebook("Dies.cs", "// %%\n%%ipytest\nvoid TestBefore() { }\n// %%\nEnvironment.FailFast(\"gone\");"),
                project.Notebook("Checked.cs", "// %%\n\nvar text = \"a\";\n// %%\nint.Parse(text)", "--nbval-lax"),
                project.Notebook("Python.ipynb", """{ "cells": [], "metadata": { "kernelspec": { "name": "python3", "language": "python" } }, "nbformat": 4, "nbformat_minor": 5 }"""),
            ],
            "--output", "Detailed", "--notebook-workers", "1");

        Assert.Equal(2, run.ExitCode);
        ApprovedText.Verify(Times().Replace(run.Output.Replace(project.Folder, "<folder>", StringComparison.Ordinal), "<time>"));
    }

    [Fact]
    public void A_project_without_notebooks_and_one_without_the_command_say_what_to_do()
    {
        Assert.Contains("expected notebooks in the test project, but it has none; add <Notebook Include=\"**/*.ipynb\" />", project.RunListed(["ipytest.dll"]).Output);
        Assert.Contains("expected the command ipytest in 'nowhere.dll', but there is no such file; restore and build", project.RunListed(["nowhere.dll", "a\ta\t"]).Output);
    }

    private static string Text(XElement result, string part) => result.Descendants().Single(element => element.Name.LocalName == part).Value.ReplaceLineEndings("\n");

    private static IEnumerable<string> Passed(CommandResult run) => run.Output.Split('\n')
        .Where(line => line.StartsWith("passed ", StringComparison.Ordinal))
        .Select(line => line["passed ".Length..line.LastIndexOf(" (", StringComparison.Ordinal)]);

    [GeneratedRegex(@"\b\d+(m \d+)?(s \d+)?ms\b")]
    private static partial Regex Times();
}
