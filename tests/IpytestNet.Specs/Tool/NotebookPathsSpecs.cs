using IpytestNet.Specs.Documents;
using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class NotebookPathsSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public NotebookPathsSpecs()
    {
        string[] empty =
        [
            "b.ipynb", "a.ipynb", "B.dib", "sub/deep/c.ipynb", "sub/.ipynb_checkpoints/c-checkpoint.ipynb", ".hidden/d.ipynb",
            "bin/e.ipynb", "sub/obj/f.ipynb", "notes.txt", "empty/notes.md",
        ];
        foreach (var name in empty)
            _folder.Write(name, "");
        _folder.Write("script.cs", "// %%\n1");
        _folder.Write("Class.cs", "class C { }");
    }

    [Fact]
    public void A_folder_means_all_notebooks_below_it_in_ordinal_order() =>
        Assert.Equal(["B.dib", "a.ipynb", "b.ipynb", "script.cs", "sub/deep/c.ipynb"], Expand("."));

    [Theory]
    [InlineData("*.ipynb", "a.ipynb b.ipynb")]
    [InlineData("**/*.ipynb", "a.ipynb b.ipynb sub/deep/c.ipynb")]
    [InlineData("s*/**/*", "sub/deep/c.ipynb")]
    [InlineData("*", "B.dib a.ipynb b.ipynb script.cs")]
    [InlineData("bin/*.ipynb", "bin/e.ipynb")]
    [InlineData("sub/../*.dib", "B.dib")]
    public void A_pattern_means_the_notebooks_that_match(string pattern, string expected) =>
        Assert.Equal(expected.Split(' '), Expand(pattern));

    [Fact]
    public void Arguments_keep_their_order_and_each_notebook_comes_once() =>
        Assert.Equal(["sub/deep/c.ipynb", "b.ipynb", "a.ipynb"], Expand("sub", "b.ipynb", "./sub/deep/c.ipynb", "*.ipynb"));

    [Fact]
    public void A_notebook_is_called_by_its_full_path_if_it_was_given_so()
    {
        var path = _folder.PathOf("a.ipynb");

        Assert.Equal([path], Expand(path));
        Assert.Contains(path, Expand(_folder.Root));
    }

    [Fact]
    public void A_file_is_taken_as_it_is_whatever_its_type_or_place() =>
        Assert.Equal(["notes.txt", "Class.cs", ".hidden/d.ipynb"], Expand("notes.txt", "Class.cs", ".hidden/d.ipynb"));

    [Fact]
    public void Nodes_of_one_notebook_add_up()
    {
        var target = Assert.IsType<NotebookTarget.Found>(Assert.Single(Targets("a.ipynb::Calc::Mul", "a.ipynb::T(x: \"::\")", "a.ipynb::Calc::Mul")));

        Assert.Equal(["a.ipynb::Calc::Mul", "a.ipynb::T(x: \"::\")"], target.Nodes);
    }

    [Fact]
    public void A_notebook_given_whole_runs_whole()
    {
        var target = Assert.IsType<NotebookTarget.Found>(Assert.Single(Targets("sub/deep/c.ipynb::T", "sub")));

        Assert.Empty(target.Nodes);
    }

    [Theory]
    [InlineData("nope.ipynb", "expected a notebook, a folder or a pattern with *, but there is no such file; check the name")]
    [InlineData("nope/a.ipynb::T", "expected a notebook, a folder or a pattern with *, but there is no such file; check the name")]
    [InlineData("x*.ipynb", "expected notebooks (.ipynb, .dib, or .cs with `// %%` cells), but none matches")]
    [InlineData("nope/**", "expected notebooks (.ipynb, .dib, or .cs with `// %%` cells), but none matches")]
    [InlineData("empty", "expected notebooks (.ipynb, .dib, or .cs with `// %%` cells), but the folder has none")]
    [InlineData("sub::T", "expected a notebook before ::, but 'sub' may be several; name the one that has the test")]
    [InlineData("", "expected a notebook, a folder or a pattern with *, but there is no name; check the variable that it comes from")]
    public void A_path_to_no_notebook_says_what_is_there(string path, string message)
    {
        var target = Assert.IsType<NotebookTarget.Missing>(Assert.Single(Targets(path)));

        Assert.Equal(message, target.Message);
    }

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<NotebookTarget> Targets(params string[] paths) => NotebookPaths.Expand(paths, _folder.Root);

    private IEnumerable<string> Expand(params string[] paths) =>
        Targets(paths).Select(target => Assert.IsType<NotebookTarget.Found>(target).Shown.Replace('\\', '/'));
}
