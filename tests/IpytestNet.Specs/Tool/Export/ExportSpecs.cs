using Xunit;

namespace IpytestNet.Specs.Tool.Export;

public sealed class ExportSpecs : IDisposable
{
    private const string Shop =
        """
        // %% [markdown]
        // # Shop
        //
        // What things cost.

        // %%
        using System.Globalization;

        // %%
        /// <summary>The price of some.</summary>
        decimal Price(int count) => count * 2m;
        record Item(string Name, int Count);

        // %%
        // The first sale.
        var sold = new List<Item>();
        sold.Add(new Item("tea", Read("3"))); // one line
        int Read(string text) => int.Parse(text, CultureInfo.InvariantCulture);
        sold

        // %%
        // %%ipytest -q
        [Fact] void Three_cost_six() => Assert(Price(sold[0].Count) == 6);
        void TestName()
        {
            object first = sold[0];
            Assert(first is Item { Name: var name }, "an item");
            Assert(name == "tea", $"but {name}");
        }
        [Fixture] List<Item> cart() => [.. sold];
        [XFail("free of charge")] void TestNothing(List<Item> cart) => Assert(Price(cart.Count) == 0);

        // %%
        decimal Price(int count) => count * 3m;
        Assert(Price(1) == 3);

        // %%
        // %%ipytest
        [Theory, InlineData(1, 3)] void Costs(int count, int expected) => Assert(Price(count) == expected);

        // %%
        %%html

        // %%
        Ipytest.Config(addopts: ["-v"]);
        var plugin = new Loud();
        class Loud : IpytestNet.Plugins.IPlugin { }

        // %% tags=["skip-execution"]
        Never();

        // %%
        NotThere();
        """;

    private readonly ToolCall _call = new();

    [Fact]
    public void A_notebook_becomes_source_that_reads_like_it()
    {
        _call.Notebook("Shop.cs", Shop);

        Assert.Equal(ExitCode.Ok, _call.Run("export", "Shop.cs", "-o", "out"));

        ApprovedText.Verify($"{_call.Out.Replace('\\', '/')}{_call.Error}\n{Read("out/Shop.cs")}\n{Read("out/Cells.cs")}");
    }

    [Fact]
    public void The_project_file_names_what_the_notebook_refers_to()
    {
        _call.Notebook("sub/Some.cs", "// %%\n#r \"Lib.dll\"\n#load \"Loaded.cs\"\nunsafe int Size() => sizeof(int*);\nvoid TestFile() => Assert(File.Exists(\"Some.cs\") && Loaded.Code.One == 1);");
        _call.Folder.Write("sub/Loaded.cs", "namespace Loaded; public static class Code { public static int One => 1; }");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "NuGet.Versioning.dll"), _call.Folder.PathOf("sub/Lib.dll"));

        Assert.Equal(ExitCode.Ok, _call.Run("export", "sub/Some.cs", "--ipytest", "1.2.3"));

        Assert.Empty(_call.Error);
        ApprovedText.Verify(Read("sub/Some/Some.csproj"));
    }

    [Fact]
    public void Files_of_others_stay()
    {
        _call.Notebook("Some.cs", "// %%\nvoid TestOne() { }");
        _call.Folder.Write("out/mine.cs", "mine");

        Assert.Equal(ExitCode.UsageError, _call.Run("export", "Some.cs", "-o", "out"));
        Assert.Equal("ipytest export: error: expected an empty folder, but 'out' holds something; choose another with -o, or write into it with --force\nTo learn more: ipytest export --help\n", _call.Error);
        Assert.Equal(ExitCode.Ok, _call.Run("export", "Some.cs", "-o", "out", "--force"));
        Assert.Equal("mine", Read("out/mine.cs"));
        Assert.DoesNotContain("mine.cs", Read("out/Some.csproj"));
    }

    [Theory]
    [InlineData("nope.ipynb", "out", "expected a notebook, but there is no file 'nope.ipynb'; check the name")]
    [InlineData("Class.cs", "out", "Class.cs: expected a C# file with cells, but it has no `// %%` line; put one before each cell")]
    [InlineData("Class.cs", ".", "expected an empty folder, but '.' holds something; choose another with -o, or write into it with --force")]
    [InlineData("Class.cs", "Class.cs", "expected a folder for the project, but 'Class.cs' is a file; give another name with -o")]
    public void What_cannot_be_is_refused(string notebook, string folder, string message)
    {
        _call.Notebook("Class.cs", "class C { }");

        Assert.Equal(ExitCode.UsageError, _call.Run("export", notebook, "-o", folder));
        Assert.StartsWith($"ipytest export: error: {message}\n", _call.Error);
    }

    public void Dispose() => _call.Dispose();

    private string Read(string name) => File.ReadAllText(_call.Folder.PathOf(name));
}
