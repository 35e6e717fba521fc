using IpytestNet.Execution;
using IpytestNet.Reporting;
using Xunit;

namespace IpytestNet.Specs.Reporting;

public sealed class SourceExcerptsSpecs
{
    [Theory]
    [InlineData("In[1]", "%%ipytest -v\n[Fact] void A()\n{\n    B();\n}", 4, "[Fact] void A()\n{\n>    B();")]
    [InlineData("In[1]", "#!ipytest -v\r\n[Fact] void A()\r\n{\r\n    B();\r\n}", 4, "[Fact] void A()\n{\n>    B();")]
    [InlineData("In[1]", "\n\n%%ipytest\n[Fact] void A() => B();", 4, ">[Fact] void A() => B();")]
    [InlineData("In[1]", "/// <summary>No test.</summary>\n// aside\nvoid A() => B(\n    1);", 3, ">void A() => B(\n    1);")]
    [InlineData("In[1]", "void A()\n{\n    void B()\n    {\n        C();\n    }\n}", 5, "void B()\n{\n>    C();")]
    [InlineData("In[1]", "int A\n{\n    get\n    {\n        return B();\n    }\n}", 5, "int A\n{\n    get\n    {\n>        return B();")]
    [InlineData("In[1]", "class A\n{\n    int b = C(\n        1);\n}", 3, ">int b = C(\n    1);")]
    [InlineData("In[1]", "class A\n{\n    public A()\n    {\n        B();\n    }\n}", 5, "public A()\n{\n>    B();")]
    [InlineData("In[1]", "class A(int b) : C(b);\nclass C(int d);", 1, ">class A(int b) : C(b);")]
    [InlineData("In[1]", "void A()\n{\n    if (B)\n        C();\n    D();\n}", 3, "void A()\n{\n>    if (B)")]
    [InlineData("In[1]", "void A()\n{\n\tB();\n}", 3, "void A()\n{\n>\tB();")]
    [InlineData("In[1]", "void A()\n{\n    B(\n    C();\n}}} void (", 4, "void A()\n{\n    B(\n>    C();")]
    [InlineData("Lib.cs", "namespace N;\n\nclass A\n{\n    void B()\n    {\n        C();\n    }\n}", 7, "void B()\n{\n>    C();")]
    [InlineData("In[1]", "void A()\n{\n\n}", 3, "void A()\n{\n>")]
    [InlineData("In[1]", "// nothing\n", 1, ">// nothing")]
    [InlineData("In[1]", "", 1, ">")]
    [InlineData("In[1]", "void A() { }", 2, "")]
    [InlineData("In[1]", "void A() { }", 0, "")]
    public void The_function_around_a_line_is_shown_to_the_end_of_the_statement(string file, string text, int line, string expected)
    {
        var sources = new KnownSources();
        sources.Add(file, text);

        var excerpt = new SourceExcerpts(sources).Function(new SourceFrame(file, line, "A"));

        Assert.Equal(expected, string.Join('\n', excerpt.Select(one => (one.IsFailing ? ">" : "") + one.Text)));
    }

    [Fact]
    public void Colors_never_change_the_text()
    {
        const string text = "/* a\n b */ int A(string s) => s is $\"x{1:N2}y\" ? 'c' : \"\"\"\n  raw\n  \"\"\"; // end\n#if X\nnot compiled\n#endif\nvar é = \"😀\"u8;";
        var sources = new KnownSources();
        sources.Add("In[1]", text);
        var excerpts = new SourceExcerpts(sources);

        var lines = Enumerable.Range(1, 8).Select(line => excerpts.Line(new SourceFrame("In[1]", line, "A"))!.Text);

        Assert.Equal(text.Split('\n').Select(line => line.TrimStart()), lines);
    }
}
