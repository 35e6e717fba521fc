using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Kernel;

public sealed class NestingSpecs
{
    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("List<")]
    [InlineData("new[] {")]
    public void Brackets_that_nest_too_deep_for_the_compiler_are_an_error_and_not_the_end(string open)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(string.Concat(Enumerable.Repeat(open, 100_000)));

        Assert.Equal("UsageError", seen.Error?.Name);
        Assert.Contains("at most 250 deep", seen.Error!.Message, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void Code_beside_the_cells_is_held_to_the_same()
    {
        using var notebook = new IpytestNet.Kernel.Notebook();

        var failed = Assert.IsType<CellResult.Failed>(notebook.Evaluate(new string('(', 100_000)));

        Assert.Contains("at most 250 deep", failed.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_in_text_and_comments_do_not_count()
    {
        using var notebook = new LiveNotebook();
        var many = new string('(', 1000);

        var seen = notebook.Run($"// {many}\nvar text = \"{many}\"; text.Length");

        Assert.IsType<CellResult.Succeeded>(seen.Outcome);
        Assert.Equal("1000", seen.Value);
    }
}
