using Xunit;

namespace IpytestNet.Specs.Tool;

/// <summary>Examples in documentation, checked by the command.</summary>
public sealed class DoctestSpecs : IDisposable
{
    private readonly ToolCall _call = new();

    [Theory]
    [InlineData("Guide.cs", "// %% [markdown]\n// ```csharp\n// Add(1, 1) // => 2\n// ```\n// %%\nint Add(int a, int b) => a + b;\n// %%\n// %%ipytest --doctest-cells -v\n;", "Markdown[1]")]
    [InlineData("Guide.dib", "#!csharp\n\nint Add(int a, int b) => a + b;\n\n#!markdown\n\n```csharp\nAdd(1, 1) // => 2\n```\n\n#!csharp\n\n#!ipytest --doctest-cells -v\n;", "Markdown[2]")]
    [InlineData("Guide.ipynb", """
        {"cells": [
        {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": null, "outputs": [], "source": ["int Add(int a, int b) => a + b;"]},
        {"cell_type": "markdown", "id": "b", "metadata": {}, "source": ["```csharp\n", "Add(1, 1) // => 2\n", "```"]},
        {"cell_type": "code", "id": "c", "metadata": {}, "execution_count": null, "outputs": [], "source": ["Ipytest.Run(\"--doctest-cells -v\");"]},
        {"cell_type": "markdown", "id": "d", "metadata": {}, "source": ["```csharp\n", "Later() // => 2\n", "```"]}],
        "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """, "Markdown[2]")]
    public void A_run_has_the_Markdown_cells_above_it(string name, string text, string expected)
    {
        _call.Notebook(name, text);

        Assert.Equal(ExitCode.Ok, _call.Run("run", name));
        Assert.Contains($"{name}::{expected} PASSED", _call.Out);
        Assert.Contains("= 1 passed in", _call.Out);
    }

    [Fact]
    public void The_command_checks_the_examples_of_a_notebook_that_runs_no_tests()
    {
        _call.Notebook("Plain.cs", "// %%\n/// >>> Add(1, 1)\n/// 3\nint Add(int a, int b) => a + b;\n// %% [markdown]\n// ```csharp\n// Add(1, 1) // => 2\n// ```\n");

        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "Plain.cs", "--doctest-modules", "--doctest-cells"));
        Assert.Contains("In[1]:1: DocTestFailure", _call.Out);
        Assert.Contains("1 failed, 1 passed in", _call.Out);
    }

    [Fact]
    public void A_notebook_can_check_the_files_beside_it()
    {
        _call.Folder.Write("docs/guide.md", "```csharp\nAdd(1, 1) // => 2\n```\n");
        _call.Notebook("Plain.cs", "// %%\nint Add(int a, int b) => a + b;\n// %%\n// %%ipytest --doctest-glob=docs/*.md -v\n;");

        Assert.Equal(ExitCode.Ok, _call.Run("run", "Plain.cs"));
        Assert.Contains("docs/guide.md::guide.md PASSED", _call.Out);
    }

    public void Dispose() => _call.Dispose();
}
