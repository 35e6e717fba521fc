using IpytestNet.Kernel;
using Xunit;

namespace IpytestNet.Specs.Kernel.Completion;

/// <summary>What is offered in the string of <c>#r</c> and <c>#load</c>.</summary>
public sealed class PathCompletionSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly Notebook _notebook;

    public PathCompletionSpecs()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "bin", "deep"));
        foreach (var file in new[] { "bin/Shop.dll", "bin/Shop.xml", "bin/notes.txt", "Helpers.csx", "Data.cs", "Other.dll" })
            File.WriteAllText(Path.Combine(_folder, file), "");
        _notebook = new Notebook(new NotebookOptions { Name = "Notebook.ipynb", WorkingDirectory = _folder });
    }

    [Theory]
    [InlineData("#r \"¦", "bin/ Other.dll !Data.cs")]
    [InlineData("#r \"bin/¦", "deep/ Shop.dll !Shop.xml !notes.txt")]
    [InlineData("#r \"./bin/sh¦\"", "Shop.dll")]
    [InlineData("#load \"¦", "bin/ Helpers.csx Data.cs !Other.dll")]
    [InlineData("#load \"bin/../He¦", "Helpers.csx")]
    [InlineData("%%ipytest\n#load \"He¦", "Helpers.csx")]
    [InlineData("#r \"nowhere/¦", "!bin/")]
    [InlineData("#r \"bin\0/¦", "!deep/")]
    [InlineData("var s = \"\"\"\n#r \"¦", "!bin/")]
    [InlineData("/*\n#r \"¦", "!bin/")]
    [InlineData("#r \"bin/Shop.dll\" ¦", "!bin/")]
    public void Folders_and_files_that_fit(string cell, string names) => CellWithCursor.Offers(_notebook, cell, names);

    [Fact]
    public void Only_the_last_part_of_a_path_is_replaced()
    {
        var list = CellWithCursor.In(_notebook, "#r \"bin/Sh¦");

        Assert.Equal((8, 10), (list.Start, list.End));
    }

    public void Dispose()
    {
        _notebook.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
