using IpytestNet.CommandLine;
using IpytestNet.Kernel.Documents;
using IpytestNet.Specs.Documents;
using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class OutputPlanSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Without_options_nothing_is_written() =>
        Assert.Null(PathFor("a.ipynb", ""));

    [Theory]
    [InlineData("a.ipynb", "--output new.ipynb", "new.ipynb")]
    [InlineData("a.dib", "--output new.ipynb", "new.ipynb")]
    [InlineData("a.cs", "--output made/", "made/a.ipynb")]
    [InlineData("a.cs", "--output .", "a.ipynb")]
    [InlineData("sub/a.ipynb", "--inplace", "sub/a.ipynb")]
    public void The_options_say_where(string notebook, string options, string expected) =>
        Assert.Equal(_folder.PathOf(expected), PathFor(notebook, options));

    [Fact]
    public void A_text_notebook_cannot_be_written_in_place()
    {
        var error = Assert.Throws<NotebookFormatException>(() => PathFor("a.dib", "--inplace"));

        Assert.Equal("expected an .ipynb notebook for --inplace, but .dib holds no outputs; use --output FILE.ipynb", error.Message);
    }

    [Theory]
    [InlineData("a.ipynb b.ipynb", "new.ipynb", "argument --output: expected a folder for 2 notebooks, but 'new.ipynb' is none; make it first, or end the name with /")]
    [InlineData("a.ipynb", "new.dib", "argument --output: expected a file that ends in .ipynb, but 'new.dib' does not; no other format holds outputs")]
    [InlineData("a.ipynb", "nope/new.ipynb", "argument --output: expected a file in a folder that exists, but there is no 'nope'; make it first")]
    [InlineData("a.ipynb sub/a.cs", "out/", "argument --output: expected notebooks of different names for one folder, but a.ipynb and sub/a.cs would both be a.ipynb; run them one by one")]
    public void What_cannot_be_written_is_refused_before_anything_runs(string notebooks, string output, string message)
    {
        var error = Assert.Throws<UsageException>(() => Plan(notebooks, $"--output {output}"));

        Assert.Equal(message, error.Message);
    }

    public void Dispose() => _folder.Dispose();

    private string? PathFor(string notebook, string options) => Plan(notebook, options).PathFor(Found(notebook));

    private OutputPlan Plan(string notebooks, string options) => OutputPlan.Make(
        RunCommandLine.Parse($"a.ipynb {options}".Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        [.. notebooks.Split(' ').Select(Found)],
        _folder.Root);

    private NotebookTarget.Found Found(string name) => new(name, _folder.PathOf(name), []);
}
