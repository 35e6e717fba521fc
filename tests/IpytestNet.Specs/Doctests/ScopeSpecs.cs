using IpytestNet.Specs.Library;
using Xunit;

namespace IpytestNet.Specs.Doctests;

/// <summary>Examples run in the scope of the notebook and leave nothing there.</summary>
public sealed class ScopeSpecs
{
    [Fact]
    public void An_example_sees_the_live_state_of_the_notebook()
    {
        using var notebook = new LiveNotebook().Given("/// >>> rate * 2\n/// 6\nint Rate() => 3;", "var rate = 1;", "rate = 3;");

        Assert.Equal(ExitCode.Ok, notebook.Run("Ipytest.Run(\"--doctest-modules\");").Run);
    }

    [Fact]
    public void What_an_example_declares_does_not_reach_the_notebook()
    {
        using var notebook = new LiveNotebook().Given(
            "var x = \"mine\";",
            "/// >>> var x = 1; var y = 2;\n/// >>> class Own { }\n/// >>> int Twice(int n) => 2 * n;\n/// >>> Twice(x)\n/// 2\nvoid F() { }");

        Assert.Equal(ExitCode.Ok, notebook.Run("Ipytest.Run(\"--doctest-modules\");").Run);

        Assert.Equal("\"mine\"", notebook.Run("x").Value);
        Assert.Contains("CS0103", notebook.Run("y").ErrorShown, StringComparison.Ordinal);
        Assert.Contains("CS0246", notebook.Run("new Own()").ErrorShown, StringComparison.Ordinal);
        Assert.DoesNotContain("Own", notebook.Run("string.Join(\" \", Ipytest.Notebook.Names)").Value!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_can_be_run_again_and_cells_go_on_afterwards()
    {
        using var notebook = new LiveNotebook().Given("/// >>> var list = new List&lt;int> { 1 };\n/// >>> list\n/// [1]\nvoid F() { }");

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(ExitCode.Ok, notebook.Run("Ipytest.Run(\"--doctest-modules\");").Run);
            notebook.Given($"var list = {i};", "Assert(list >= 0);");
        }
    }

    [Fact]
    public void The_newest_function_and_its_newest_documentation_count()
    {
        using var notebook = new LiveNotebook().Given(
            "/// >>> F()\n/// 1\nint F() => 1;",
            "/// >>> G()\n/// 20\nint G() => 10 * F();",
            "/// >>> F()\n/// 2\nint F() => 2;");

        var seen = notebook.Run("Ipytest.Run(\"--doctest-modules -v\");");

        Assert.Equal("Notebook.G PASSED, Notebook.F PASSED", seen.Results());
    }

    [Fact]
    public void A_function_that_was_defined_again_without_documentation_has_no_example()
    {
        using var notebook = new LiveNotebook().Given("/// >>> F()\n/// 1\nint F() => 1;", "int F() => 2;");

        Assert.Equal(ExitCode.NoTestsCollected, notebook.Run("Ipytest.Run(\"--doctest-modules\");").Run);
    }

    [Fact]
    public void A_cleaned_function_has_no_example()
    {
        using var notebook = new LiveNotebook().Given("/// >>> Helper()\n/// 1\nint Helper() => 1;", "Ipytest.Clean(\"Help*\");");

        Assert.Equal(ExitCode.NoTestsCollected, notebook.Run("Ipytest.Run(\"--doctest-modules\");").Run);
    }

    [Fact]
    public void What_an_example_prints_is_its_own()
    {
        using var notebook = new LiveNotebook().Given(
            "/// ```\n/// Console.WriteLine(\"from the block\");\n/// Assert(false);\n/// ```\nvoid F() { }",
            "/// >>> Console.WriteLine(\"compared\")\n/// compared\n/// >>> Console.Error.WriteLine(\"an error\")\n/// >>> 1\n/// 2\nvoid G() { }");

        var seen = notebook.Run("Ipytest.Run(\"--doctest-modules\");");

        Assert.Contains("-- Captured stdout call ---", seen.Text, StringComparison.Ordinal);
        Assert.Contains("\nfrom the block\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("-- Captured stderr call ---", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\ncompared\n", seen.Text, StringComparison.Ordinal);
        Assert.Equal("after\n", notebook.Run("Console.WriteLine(\"after\");").Text);
    }

    [Fact]
    public void What_an_example_prints_is_compared_also_where_output_is_passed_through()
    {
        var seen = DocumentedCell.Examine(">>> Console.WriteLine(\"compared\")\ncompared", "-s");

        Assert.Equal(ExitCode.Ok, seen.Run);
        Assert.DoesNotContain("compared", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("new Endless().ToString();")]
    [InlineData("new Endless()")]
    public void An_example_that_hangs_is_interrupted(string code)
    {
        using var notebook = new LiveNotebook().Given(
            "class Endless { public override string ToString() { while (true) { } } }",
            DocumentedCell.Documented($">>> Console.Error.Write(\"ready\");\n>>> {code}\nnothing"));

        var seen = notebook.RunAndInterruptAfter("ready", "Ipytest.Run(\"--doctest-modules -s\");");

        Assert.IsType<IpytestNet.Kernel.Execution.CellResult.Interrupted>(seen.Outcome);
        Assert.Contains("Interrupted while running Notebook.ipynb::Notebook.F", seen.Text, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Theory]
    [InlineData(">>> Down(1)\n0")]
    [InlineData("Func<int, int> f = null; f = n => f(n + 1) + 1; f(1);")]
    [InlineData(">>> new Deep()\n0")]
    public void Endless_recursion_is_a_failure(string code)
    {
        using var notebook = new LiveNotebook().Given(
            "int Down(int n) => Down(n + 1) + 1;",
            "class Deep { public override string ToString() => ToString() + 1; }",
            DocumentedCell.Documented(code));

        var seen = notebook.Run("Ipytest.Run(\"--doctest-modules\");");

        Assert.Equal(ExitCode.TestsFailed, seen.Run);
        Assert.Contains("InsufficientExecutionStackException", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Assert_Skip_skips_the_example()
    {
        var seen = DocumentedCell.Examine("Assert.Skip(\"not here\");", "-v");

        Assert.Contains("Notebook.F SKIPPED (not here)", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">>> new Bad()\nanything", "Got:\n    <ToString threw FormatException: bad>")]
    [InlineData(">>> throw new BadMessage();", "UNEXPECTED EXCEPTION: ")]
    [InlineData(">>> throw new BadMessage();\nThrows BadMessage: x", "Got:\n    Throws BadMessage: ")]
    [InlineData(">>> new string('x', 100_000)\n\"x\"", "Got:\n    \"xxxxxx")]
    public void Hostile_values_do_no_harm(string code, string expected)
    {
        using var notebook = new LiveNotebook().Given(
            "class Bad { public override string ToString() => throw new FormatException(\"bad\"); }",
            "class BadMessage : Exception { public override string Message => throw new FormatException(\"bad\"); }",
            DocumentedCell.Documented(code));

        var seen = notebook.Run("Ipytest.Run(\"--doctest-modules\");");

        Assert.Contains(expected, seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
    }

    [Fact]
    public void A_rule_of_the_user_applies_to_examples_as_to_cells()
    {
        using var notebook = new LiveNotebook().Given(
            """
            using IpytestNet.Rewriting;
            using IpytestNet.Sessions;
            using Microsoft.CodeAnalysis.CSharp.Syntax;
            class Sevens : ICellRewriter
            {
                public IEnumerable<TextEdit> Rewrite(CellSyntax cell) =>
                    cell.Root.DescendantTokens().Where(token => token.Text == "7").Select(token => TextEdit.Replace(token, "8"));
            }
            NotebookSession.Current.Host.Rewriters.Add(new Sevens());
            """,
            "/// >>> 2 * 7\n/// 16\nvoid F() { }");

        Assert.Equal(ExitCode.Ok, notebook.Run("Ipytest.Run(\"--doctest-modules\");").Run);
    }
}
