using IpytestNet.Kernel;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Documents;

public sealed class SettledOutputsSpecs
{
    [Theory]
    [InlineData("Display(1, \"a\"); UpdateDisplay(2, \"a\");", "2")]
    [InlineData("Display(1, \"a\"); Display(1, \"a\"); UpdateDisplay(2, \"a\"); UpdateDisplay(3, \"a\");", "3 3")]
    [InlineData("UpdateDisplay(2, \"a\"); Display(1, \"b\");", "1")]
    [InlineData("Display(1); ClearOutput(); Display(2);", "2")]
    [InlineData("Display(1); ClearOutput(wait: true); Display(2);", "2")]
    [InlineData("Display(1); ClearOutput(wait: true);", "1")]
    [InlineData("Display(1); ClearOutput();", "")]
    [InlineData("for (var i = 0; i < 3; i++) { ClearOutput(wait: true); Display(i); }", "2")]
    public void A_saved_notebook_has_what_a_person_would_see(string code, string expected) => Assert.Equal(expected, Saved(code));

    [Fact]
    public void A_display_of_an_earlier_cell_is_updated_there() =>
        Assert.Equal("9 | 1", Saved("Display(5, \"progress\");", "Display(1); UpdateDisplay(9, \"progress\");"));

    [Theory]
    [InlineData("Display(1, \"\");")]
    [InlineData("UpdateDisplay(1, null!);")]
    public void A_display_without_a_name_cannot_be_updated(string code)
    {
        using var notebook = new Notebook();

        Assert.IsType<CellResult.Failed>(notebook.Run(code));
    }

    private static string Saved(params string[] cells)
    {
        using var notebook = new Notebook();
        var executed = new List<ExecutedCell>();
        foreach (var cell in cells)
        {
            var outputs = new List<CellOutput>();
            Assert.IsType<CellResult.Succeeded>(notebook.Run(cell, outputs.Add));
            executed.Add(new ExecutedCell(executed.Count, executed.Count + 1, outputs));
        }

        return string.Join(" | ", SettledOutputs.Of(executed).Select(cell => string.Join(' ', cell.Outputs.Cast<CellOutput.Displayed>().Select(shown => shown.Data.PlainText))));
    }
}
