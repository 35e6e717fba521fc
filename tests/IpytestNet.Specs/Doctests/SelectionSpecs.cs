using IpytestNet.Specs.Library;
using Xunit;

namespace IpytestNet.Specs.Doctests;

/// <summary>Examples are tests among the others.</summary>
public sealed class SelectionSpecs
{
    private static readonly string[] Cells =
    [
        "void TestPlain() { }",
        "/// >>> Add(1, 2)\n/// 3\nint Add(int a, int b) => a + b;",
        "/// >>> Sub(3, 2)\n/// 2\nint Sub(int a, int b) => a - b;",
        "[Fact] void Checks() { }",
    ];

    [Theory]
    [InlineData("", "Notebook.Add PASSED, Notebook.Sub FAILED, TestPlain PASSED, Checks PASSED")]
    [InlineData("-x", "Notebook.Add PASSED, Notebook.Sub FAILED")]
    [InlineData("-k add", "Notebook.Add PASSED")]
    [InlineData("-k 'not sub'", "Notebook.Add PASSED, TestPlain PASSED, Checks PASSED")]
    [InlineData("Notebook.ipynb::Notebook.Sub", "Notebook.Sub FAILED")]
    [InlineData("{MODULE}::Notebook.Add {Checks}", "Notebook.Add PASSED, Checks PASSED")]
    [InlineData("--deselect {MODULE}::Notebook.Sub", "Notebook.Add PASSED, TestPlain PASSED, Checks PASSED")]
    public void They_come_first_and_are_selected_as_others_are(string arguments, string expected)
    {
        using var notebook = new LiveNotebook().Given(Cells);

        var seen = notebook.Run($"Ipytest.Run(\"--doctest-modules -v {arguments}\");");

        Assert.Equal(expected, seen.Results());
    }

    [Fact]
    public void Without_the_option_they_are_no_tests()
    {
        using var notebook = new LiveNotebook().Given(Cells);

        Assert.Equal("TestPlain PASSED, Checks PASSED", notebook.Run("Ipytest.Run(\"-v\");").Results());
    }

    [Fact]
    public void The_tree_of_tests_calls_them_by_their_kind()
    {
        using var notebook = new LiveNotebook().Given(Cells);

        var seen = notebook.Run("Ipytest.Run(\"--doctest-modules --collect-only -v\");");

        Assert.Contains("<Notebook Notebook.ipynb>\n  <DoctestItem Notebook.Add>\n  <DoctestItem Notebook.Sub>\n  <Function TestPlain>\n", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%%ipytest --doctest-modules\n// nothing here")]
    [InlineData("%%ipytest --doctest-modules\n;")]
    [InlineData("%%ipytest --doctest-modules")]
    [InlineData("Ipytest.Run(\"--doctest-modules\");")]
    public void A_cell_without_tests_runs_the_examples_of_earlier_cells(string cell)
    {
        using var notebook = new LiveNotebook().Given(Cells[1]);

        var seen = notebook.Run(cell);

        Assert.Contains("1 passed", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, seen.Run);
    }

    [Fact]
    public void The_cell_of_the_magic_may_have_the_examples_itself_and_its_lines_count_the_magic()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run($"%%ipytest --doctest-modules\n{Cells[2]}");

        Assert.Contains("\nIn[1]:2: DocTestFailure\n", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_cell_under_the_magic_is_still_refused_without_the_option()
    {
        using var notebook = new LiveNotebook();

        Assert.Contains("the cell has no code below it", notebook.Run("%%ipytest").ErrorShown, StringComparison.Ordinal);
    }
}
