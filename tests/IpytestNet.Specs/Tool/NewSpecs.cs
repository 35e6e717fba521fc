using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class NewSpecs : IDisposable
{
    private readonly ToolCall _call = new();

    [Theory]
    [InlineData("Prices", "Prices.ipynb")]
    [InlineData("Prices.dib", "Prices.dib")]
    [InlineData("Prices.cs", "Prices.cs")]
    public void A_starter_notebook_passes_as_it_is(string name, string file)
    {
        Assert.Equal(ExitCode.Ok, _call.Run("new", name));
        Assert.Equal($"wrote {file}; to run its tests: ipytest run {file}\n", _call.Out);
        Assert.Equal(ExitCode.Ok, _call.Run("run", file));
        Assert.Contains("3 passed", _call.Out);
    }

    [Fact]
    public void It_is_a_Jupyter_notebook_without_outputs_for_our_kernel()
    {
        _call.Run("new", "Prices");

        ApprovedText.Verify(File.ReadAllText(_call.Folder.PathOf("Prices.ipynb")));
    }

    [Fact]
    public void A_file_is_replaced_only_if_that_is_asked_for()
    {
        _call.Folder.Write("Prices.ipynb", "mine");

        Assert.Equal(ExitCode.UsageError, _call.Run("new", "Prices"));
        Assert.Equal("ipytest new: error: expected a new name, but 'Prices.ipynb' exists; choose another, or replace it with --force\nTo learn more: ipytest new --help\n", _call.Error);
        Assert.Equal("mine", File.ReadAllText(_call.Folder.PathOf("Prices.ipynb")));
        Assert.Equal(ExitCode.Ok, _call.Run("new", "Prices", "--force"));
        Assert.Contains("# Prices", File.ReadAllText(_call.Folder.PathOf("Prices.ipynb")));
    }

    [Theory]
    [InlineData("Prices.py", "expected a name that ends in .ipynb, .dib or .cs, but got 'Prices.py'")]
    [InlineData("nope/Prices", "expected a folder that exists, but there is no 'nope'; make it first")]
    [InlineData("", "expected the name of a notebook, such as Prices.ipynb, but got ''")]
    public void A_name_that_cannot_be_is_refused(string name, string message)
    {
        Assert.Equal(ExitCode.UsageError, _call.Run("new", name));
        Assert.StartsWith($"ipytest new: error: {message}\n", _call.Error);
    }

    public void Dispose() => _call.Dispose();
}
