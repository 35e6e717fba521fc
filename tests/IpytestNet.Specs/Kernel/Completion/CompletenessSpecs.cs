using IpytestNet.Kernel;
using IpytestNet.Kernel.Completion;
using Xunit;

namespace IpytestNet.Specs.Kernel.Completion;

/// <summary>Whether a shell runs a cell on Enter.</summary>
public sealed class CompletenessSpecs
{
    private static readonly Lazy<Notebook> Shared = new(() => new Notebook(new NotebookOptions { Name = "Notebook.ipynb" }));

    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("Console.WriteLine(1)")]
    [InlineData("void F() { }")]
    [InlineData("void F()\n{\n}")]
    [InlineData("if (true) { }")]
    [InlineData("Assert(1 == 1)")]
    [InlineData("// a comment")]
    [InlineData("#r \"lib.dll\"")]
    [InlineData("#region a\nvar x = 1;\n#endregion")]
    [InlineData("var t = \"\"\"\n    text\n    \"\"\";")]
    [InlineData("[Fact] void Adds() { }")]
    [InlineData("#!csharp\nvar x = 1;")]
    [InlineData("%%ipytest --help")]
    [InlineData("%%ipytest\nvoid test_a() { }\n")]
    [InlineData("%%time\nvar x = 1;\n\n")]
    [InlineData("// ipytest: raiseOnError: true\nvar x = 1;")]
    [InlineData("%%writefile a.txt\nno C# at all {\n")]
    public void Complete(string code) => Assert.Equal(new Completeness.Complete(), Shared.Value.CompletenessOf(code));

    [Theory]
    [InlineData("void F() {", 4)]
    [InlineData("void F()\n{", 4)]
    [InlineData("void F()\n{\n    if (true)\n    {", 8)]
    [InlineData("void F()\n{\n    var x = 1;", 4)]
    [InlineData("Console.WriteLine(", 4)]
    [InlineData("var x =", 4)]
    [InlineData("var x = 1 +", 4)]
    [InlineData("if (true)", 4)]
    [InlineData("foreach (var x in list)", 4)]
    [InlineData("var t = \"\"\"\n    text", 4)]
    [InlineData("var t = \"\"\"", 0)]
    [InlineData("var t = @\"text", 0)]
    [InlineData("/* a comment", 0)]
    [InlineData("#if true\nvar x = 1;", 0)]
    [InlineData("[Fact]", 0)]
    [InlineData("class C\n{\n    void M()\n    {\n    }", 4)]
    [InlineData("list\n    .Where(x =>\n    {", 8)]
    [InlineData("%%ipytest", 0)]
    [InlineData("%%ipytest -q\n", 0)]
    [InlineData("%%ipytest\nvoid test_a() { }", 0)]
    [InlineData("%%ipytest\nvoid test_a()\n{\n", 4)]
    [InlineData("%%writefile a.txt\ntext", 0)]
    public void Incomplete_with_the_indent_of_the_next_line(string code, int indent) =>
        Assert.Equal(new Completeness.Incomplete(indent), Shared.Value.CompletenessOf(code));

    [Theory]
    [InlineData("var = = 1;")]
    [InlineData("}")]
    [InlineData("%time 1")]
    [InlineData("foo bar baz;")]
    [InlineData("class { }")]
    [InlineData("var s = \"text")]
    public void Invalid(string code) => Assert.Equal(new Completeness.Invalid(), Shared.Value.CompletenessOf(code));
}
