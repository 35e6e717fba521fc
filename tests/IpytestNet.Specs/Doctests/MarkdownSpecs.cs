using IpytestNet.Kernel;
using IpytestNet.Specs.Documents;
using IpytestNet.Specs.Library;
using Xunit;

namespace IpytestNet.Specs.Doctests;

/// <summary>Examples in Markdown: cells of the notebook, and files.</summary>
public sealed class MarkdownSpecs : IDisposable
{
    private const string Add = "int Add(int a, int b) => a + b;";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("# Title\n\n```csharp\nAdd(1, 2) // => 3\n```\n")]
    [InlineData("```cs\n>>> Add(1, 2)\n3\n```")]
    [InlineData("~~~~ C#\n> Add(1, 2)\n3\n~~~~")]
    [InlineData("1. In a list:\n\n   ```csharp\n   var x = \"\"\"\n       a\n       \"\"\";\n   Assert(x == \"a\");\n   ```")]
    [InlineData("```csharp\nvar x = Add(1, 2);\n```\nand then\n```csharp\nAssert(x == 3);\n```")]
    [InlineData("```csharp\nConsole.WriteLine(Add(1, 2));\nAdd(2, 2)\n```\n\n```text\n3\n4\n```")]
    [InlineData("```csharp\nAdd(1, 2);\n```\nWhat follows is no output:\n\n```text\n5\n```")]
    [InlineData("```csharp\nAdd(1, 2);\n```\n<!-- doctest: +SKIP -->\n```csharp\nno code\n```")]
    [InlineData("<!-- doctest: +ELLIPSIS -->\n\n```csharp\n>>> \"one two\"\none ...\n```")]
    [InlineData("```csharp\nAdd(1, 2);\n```\n```python\nadd(1, 2)\n```\n```\nnothing\n```")]
    [InlineData("```csharp\nvar fence = \"```\";\nfence.Length // => 3\n```")]
    [InlineData("```csharp\nAdd(1, 2) // => 3")]
    public void A_Markdown_cell_is_a_test(string text)
    {
        using var notebook = new LiveNotebook().Given(Add).Markdown(2, text);

        var seen = notebook.Run("Ipytest.Run(\"--doctest-cells -v\");");

        Assert.True(seen.Results() == "Markdown[2] PASSED", seen.Text);
    }

    [Theory]
    [InlineData("# Title\n\n```csharp\nAdd(1, 2) // => 4\n```\n", "Expected:\n    4\nGot:\n    3\n\nMarkdown[2]:4: DocTestFailure")]
    [InlineData("```csharp\nvar x = 1;\nAssert(x == 2);\n```", "E     where x = 1\n\nMarkdown[2]:3: AssertionException")]
    [InlineData("```csharp\nConsole.WriteLine(\"a\");\n```\n```output\nb\n```", "Expected:\n    b\nGot:\n    a\n\nMarkdown[2]:2: DocTestFailure")]
    [InlineData("```csharp\n%%ipytest\nvoid TestX() { }\n```", "line 2 of the doctest for Markdown[2] begins with a magic, which an example cannot use")]
    [InlineData("text\n<!-- doctest: +SKIPP -->\n```csharp\n1\n```", "line 2 has an invalid option: '+SKIPP'")]
    public void What_fails_in_a_Markdown_cell_is_told_with_its_line(string text, string expected)
    {
        using var notebook = new LiveNotebook().Given(Add).Markdown(2, text);

        var seen = notebook.Run("Ipytest.Run(\"--doctest-cells -v\");");

        Assert.Contains(expected, seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
    }

    [Fact]
    public void Markdown_cells_come_in_their_order_and_one_that_changes_is_taken_anew()
    {
        const string good = "```csharp\n1 // => 1\n```";
        using var notebook = new LiveNotebook().Markdown(3, "```csharp\n1 // => 2\n```").Markdown(1, good).Markdown(3, good).Markdown(5, "no code");

        Assert.Equal("Markdown[1] PASSED, Markdown[3] PASSED", notebook.Run("Ipytest.Run(\"--doctest-cells -v\");").Results());
    }

    [Fact]
    public void A_notebook_without_Markdown_cells_is_told_so()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("Ipytest.Run(\"--doctest-cells\");");

        Assert.Contains("--doctest-cells: there is no Markdown cell to take examples from.", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NoTestsCollected, seen.Run);
    }

    [Fact]
    public void A_Markdown_file_is_one_test_whose_blocks_share_their_variables()
    {
        _folder.Write("guide.md", "```csharp\nvar x = Add(1, 2);\n```\n\n```csharp\nx // => 4\n```\n");
        using var notebook = Notebook();

        var seen = notebook.Run("Ipytest.Run(\"--doctest-glob=*.md -v\");");

        Assert.Contains("\nguide.md::guide.md FAILED", seen.Text, StringComparison.Ordinal);
        Assert.Contains("__ [doctest] guide.md __", seen.Text, StringComparison.Ordinal);
        Assert.Contains("006 x // => 4\nExpected:\n    4\nGot:\n    3\n\nguide.md:6: DocTestFailure\n", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*.md", "a.md b.md")]
    [InlineData("a.md", "a.md")]
    [InlineData("[ac].md", "a.md")]
    [InlineData("**/*.md", "a.md b.md docs/a.md docs/more/c.md")]
    [InlineData("docs/*.md", "docs/a.md")]
    [InlineData("./docs/**/?.md", "docs/a.md docs/more/c.md")]
    [InlineData("*/*.md", "docs/a.md")]
    [InlineData("docs/../a.md", "a.md")]
    [InlineData("*.md --doctest-glob=docs/*.md", "a.md b.md docs/a.md")]
    [InlineData("**/*.md --deselect docs/a.md", "a.md b.md docs/more/c.md")]
    [InlineData("**/*.md docs/a.md::a.md", "docs/a.md")]
    [InlineData("**/*.md -k more", "docs/more/c.md")]
    public void A_pattern_picks_files_from_the_folder_of_the_notebook_on(string pattern, string expected)
    {
        foreach (var name in new[] { "a.md", "b.md", "docs/a.md", "docs/more/c.md", ".hidden/x.md", "docs/readme.txt" })
            _folder.Write(name, "```csharp\nAdd(1, 2) // => 3\n```");
        using var notebook = Notebook();

        var seen = notebook.Run($"Ipytest.Run(\"--doctest-glob={pattern} --co -q\");");

        Assert.Equal(expected, string.Join(' ', seen.Text.Split('\n').Where(line => line.Contains("::", StringComparison.Ordinal)).Select(line => line.Split("::")[0])));
    }

    [Fact]
    public void A_pattern_that_picks_nothing_is_told()
    {
        using var notebook = Notebook();

        var seen = notebook.Run("Ipytest.Run(\"--doctest-glob=*.markdown\");");

        Assert.Contains("matches '*.markdown'", seen.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private LiveNotebook Notebook() =>
        new LiveNotebook(new NotebookOptions { Name = "Notebook.ipynb", WorkingDirectory = _folder.Root }).Given(Add);
}
