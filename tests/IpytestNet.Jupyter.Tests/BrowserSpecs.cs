using System.Text.Json.Nodes;
using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class BrowserSpecs(InstalledKernel installed)
{
    private const string Green = "rgb(0, 162, 80)";
    private const string Red = "rgb(231, 92, 88)";

    [Fact]
    public void In_Jupyter_Notebook_the_example_runs_to_its_end_in_colours()
    {
        var seen = Open(Path.Combine(Repository.Root, "examples", "Example.ipynb"));

        Assert.Equal("C# (ipytest)", seen["kernel"]!.ToString());
        Assert.Equal("text/x-csharp", seen["mode"]!.ToString());
        Assert.Equal(Enumerable.Range(1, seen["numbers"]!.AsArray().Count), seen["numbers"]!.AsArray().Select(number => number!.GetValue<int>()));
        Assert.Equal(Green, seen["green"]!.ToString());
        Assert.Equal(Red, seen["red"]!.ToString());
        Assert.Contains("short test summary info", seen["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void In_Jupyter_Notebook_results_can_be_a_table()
    {
        var seen = Open(NotebookWith("%%ipytest --display=html\n[Fact] void Adds() => Assert(1 + 1 == 2);\n[Fact] void Fails() => Assert(1 + 1 == 3);"));

        Assert.Equal(1, seen["tables"]!.GetValue<int>());
        Assert.Contains("1 failed", seen["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Assertion failed: 1 + 1 == 3", seen["text"]!.ToString(), StringComparison.Ordinal);
    }

    // The pictures are for people, who find them with what else the build makes.
    private JsonNode Open(string notebook)
    {
        var copy = Path.Combine(installed.Folder, Path.GetFileName(notebook));
        if (copy != notebook)
            File.Copy(notebook, copy, overwrite: true);
        var pictures = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "pictures")).FullName;
        var picture = Path.Combine(pictures, Path.ChangeExtension(Path.GetFileName(notebook), ".png"));
        File.Delete(picture);

        var (code, output) = installed.Program("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Browser", "run_in_browser.py"), copy, picture]);

        Assert.True(code == 0, output);
        Assert.True(new FileInfo(picture).Length > 10_000, "Expected a picture of the notebook.");
        return JsonNode.Parse(output.Split('\n')[0])!;
    }

    private string NotebookWith(string code)
    {
        var path = Path.Combine(installed.Folder, "table.ipynb");
        File.WriteAllText(path, new JsonObject
        {
            ["cells"] = new JsonArray(new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["metadata"] = new JsonObject(),
                ["outputs"] = new JsonArray(),
                ["source"] = code,
            }),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "csharp-ipytest", ["display_name"] = "C# (ipytest)", ["language"] = "C#" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        }.ToJsonString());
        return path;
    }
}
