using IpytestNet.CommandLine;
using IpytestNet.Specs.Tool;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace IpytestNet.Specs.Documentation;

/// <summary>The recipes for CI systems: their commands run, and what they publish is there afterwards.</summary>
public sealed class CiRecipeSpecs : IDisposable
{
    private readonly ToolCall _call = new();

    public void Dispose() => _call.Dispose();

    [Theory]
    [InlineData("github-actions.yml", "${{ matrix.shard }}", "2", "results/notebooks-2.xml", "results/coverage-2.xml")]
    [InlineData("azure-pipelines.yml", "$(System.JobPositionInPhase)/$(System.TotalJobsInPhase)", "1/2", "results/notebooks.trx", "results/coverage.xml")]
    [InlineData("gitlab-ci.yml", "$CI_NODE_INDEX/$CI_NODE_TOTAL", "1/2", "results/notebooks.xml", "results/coverage.xml")]
    public void The_commands_of_a_recipe_run(string file, string variable, string value, params string[] published)
    {
        _call.Notebook("notebooks/A.ipynb", Notebook).Notebook("notebooks/B.ipynb", Notebook);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Repository.Root, "docs", "ci", file))));
        var texts = yaml.Documents.Single().AllNodes.OfType<YamlScalarNode>().Select(node => node.Value ?? "").ToList();
        var commands = texts.Where(text => text.StartsWith("dotnet ipytest ", StringComparison.Ordinal)).ToList();

        Assert.Single(commands);
        Assert.Contains("dotnet tool restore", texts);
        var arguments = ShellWords.Split(commands[0].Replace(variable, value, StringComparison.Ordinal)).Skip(2);
        Assert.Equal(ExitCode.Ok, _call.Run([.. arguments]));

        Assert.Contains("1 ok in", _call.Out);
        Assert.All(published, path => Assert.True(File.Exists(_call.Folder.PathOf(path)), path));
    }

    // A test, and the output that it has stored.
    private const string Notebook =
        """
        {"cells": [{"cell_type": "code", "execution_count": 1, "id": "a", "metadata": {}, "source": "%%ipytest\nint Twice(int x) => 2 * x;\n[Fact] void Doubles() => Assert(Twice(2) == 4);",
        "outputs": [{"name": "stdout", "output_type": "stream", "text": ".                                                                                            [100%]\n1 passed in 0.25s\n"}]}],
        "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """;
}
