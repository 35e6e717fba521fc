using System.Text;
using IpytestNet.Kernel.Documents;

namespace IpytestNet.Tool.Starter;

/// <summary>The notebook that <c>ipytest new</c> writes, in each format.</summary>
internal static class StarterNotebook
{
    private const string Meta = """{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}""";

    /// <summary>Returns the text of the file.</summary>
    /// <param name="fileName">Its name; the extension tells the format.</param>
    public static string Text(string fileName)
    {
        var script = Script(fileName);
        var document = NotebookDocument.Parse(script, "starter.cs");
        return Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".cs" => script,
            ".dib" => Dib(document),
            _ => IpynbWriter.Render(document, []),
        };
    }

    private static string Dib(NotebookDocument document)
    {
        var text = new StringBuilder($"#!meta\n\n{Meta}\n");
        foreach (var cell in document.Cells)
            text.Append($"\n#!{(cell.Kind is CellKind.Code ? "csharp" : "markdown")}\n\n{cell.Source.Replace("%%ipytest", "#!ipytest", StringComparison.Ordinal)}\n");
        return text.ToString();
    }

    private static string Script(string fileName) =>
        $$"""
        // %% [markdown]
        // # {{Path.GetFileNameWithoutExtension(fileName)}}
        //
        // Code and its tests, side by side. Run the cells from top to bottom, change something, and run the tests again.

        // %%
        static int CountWords(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

        // %% [markdown]
        // ## Tests
        //
        // `%%ipytest` runs the cell and then the tests in it. A test is a function with `[Fact]`, or one whose name begins with `Test`. `Assert(…)` takes any condition, and tells its values when it does not hold.

        // %%
        // %%ipytest

        [Fact]
        void A_sentence_has_words() => Assert(CountWords("to be or not to be") == 6);

        void TestEmptyTextHasNone()
        {
            Assert(CountWords("") == 0);
        }

        // %% [markdown]
        // ## Many cases
        //
        // A `[Theory]` runs once for each row of data.

        // %%
        // %%ipytest

        [Theory]
        [InlineData("tea", 1)]
        [InlineData("a cup of tea", 4)]
        [InlineData("  more   space ", 2)]
        void Spaces_do_not_count(string text, int expected) => Assert(CountWords(text) == expected);

        // %% [markdown]
        // ## In continuous integration
        //
        // The same tests on a build server; the exit code is 1 when one of them fails:
        //
        // ```
        // ipytest run {{fileName}}
        // ```

        """.ReplaceLineEndings("\n");
}
