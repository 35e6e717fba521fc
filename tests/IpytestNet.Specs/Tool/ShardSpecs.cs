using IpytestNet.CommandLine;
using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

/// <summary>Parts of the notebooks, for machines that share the work.</summary>
public sealed class ShardSpecs : IDisposable
{
    private readonly ToolCall _call = new();

    public void Dispose() => _call.Dispose();

    [Fact]
    public void Each_notebook_is_in_one_part_however_the_paths_are_given()
    {
        NotebookTarget[] all = [.. "gfedcba".Select(name => new NotebookTarget.Found($"{name}.ipynb", $"/n/{name}.ipynb", []))];

        string[] parts = [.. Enumerable.Range(1, 3).Select(number => string.Concat(new Shard(number, 3).Of(all).Select(target => target.Shown[0])))];

        Assert.Equal(["gda", "eb", "fc"], parts);
        Assert.Equal(["gda", "eb", "fc"], [.. Enumerable.Range(1, 3).Select(number => string.Concat(new Shard(number, 3).Of([.. all.Reverse()]).Select(target => target.Shown[0]).Reverse()))]);
    }

    [Fact]
    public void A_part_with_nothing_in_it_is_good()
    {
        _call.Notebook("a.cs", "// %%\n%%ipytest\nvoid TestIt() { }");

        Assert.Equal(ExitCode.Ok, _call.Run("run", ".", "--shard", "2/2"));

        Assert.Equal("shard 2/2 of 1 notebook is empty: nothing to run\n", _call.Out);
    }

    [Theory, InlineData("0/2"), InlineData("3/2"), InlineData("2"), InlineData("a/b"), InlineData("1/2/3"), InlineData("-1/2")]
    public void What_is_no_part_is_refused(string value)
    {
        var error = Assert.Throws<UsageException>(() => Shard.Parse(value));

        Assert.Equal($"argument --shard: expected a part as NUMBER/COUNT, from 1/COUNT to COUNT/COUNT, but '{value}' came; write --shard 2/5 for the second of five", error.Message);
    }
}
