using System.Text.RegularExpressions;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>A stack trace names cells and lines of what the user wrote, and nothing else.</summary>
public sealed partial class StackTraceSpecs
{
    [Theory]
    [InlineData("1\n+ int.Parse(\"x\")", "<cell> 1")]
    [InlineData("\n\nthrow new Exception();", "<cell> 3")]
    [InlineData("int F(int x)\n{\n    return 1 / x;\n}\n\nF(0)", "F 3, <cell> 6")]
    [InlineData("int F(int x) =>\n    1 /\n    x;\nint G() => F(0);\nG()", "F 2, G 4, <cell> 5")]
    [InlineData("void F()\n{\n    for (var i = 0; ; i++)\n        if (i == 3)\n            throw new Exception();\n}\nF();", "F 5, <cell> 7")]
    [InlineData("int F()\n{\n    int Inner()\n    {\n        throw new Exception();\n    }\n    return Inner();\n}\nF()", "Inner 5, F 7, <cell> 9")]
    [InlineData("void F()\n{\n    Action a = () =>\n        throw new Exception();\n    Call(a);\n    void Call(Action f) => f();\n}\nF();", "<lambda> 4, Call 6, F 5, <cell> 8")]
    [InlineData("void F()\n{\n    Func<string, int> a = s =>\n        int.Parse(s);\n    new[] { \"x\" }.Select(a).ToList();\n}\nF();", "<lambda> 4, F 5, <cell> 7")]
    [InlineData("async Task F()\n{\n    await Task.Delay(1);\n    throw new Exception();\n}\n\nawait F();", "F 4, <cell> 7")]
    [InlineData("async Task<int> F() =>\n    int.Parse(await Task.FromResult(\"x\"));\nawait F()", "F 2, <cell> 3")]
    [InlineData("IEnumerable<int> F()\n{\n    yield return 1;\n    throw new Exception();\n}\nforeach (var x in F())\n    ;", "F 4, <cell> 6")]
    [InlineData("class C\n{\n    public int P =>\n        int.Parse(\"x\");\n}\nnew C().P", "C.get_P 4, <cell> 6")]
    [InlineData("class C\n{\n    public int P\n    {\n        set => throw new Exception();\n    }\n}\nnew C().P = 1", "C.set_P 5, <cell> 8")]
    [InlineData("class C\n{\n    public C()\n    {\n        throw new Exception();\n    }\n}\nnew C()", "C..ctor 5, <cell> 8")]
    [InlineData("class C\n{\n    int _x =\n        int.Parse(\"x\");\n}\nnew C()", "C..ctor 3, <cell> 6")]
    [InlineData("class C { public void F<T>(T t) { throw new Exception(); } }\nnew C()\n    .F(1);", "C.F[T] 1, <cell> 2")]
    [InlineData("var t = Task.Run(() =>\n{\n    throw new Exception();\n});\nawait t;", "<cell> 3, <cell> 5")]
    [InlineData("new[] { 1 }.Select(x =>\n    1 / (x - 1)).ToList()", "<cell> 2, <cell> 1")]
    public void The_frames_are_those_of_the_cell(string code, string expected)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(code);

        Assert.Equal(expected, string.Join(", ", Frames(seen.ErrorShown, "In[1]")));
    }

    [Theory]
    [InlineData("void F()\n{\n    var ok = 1 > 2;\n    Xunit.Assert.True(ok);\n}\nF();", "F 4, <cell> 6")]
    [InlineData("void F()\n{\n    var a = () => 1;\n    var n = a();\n    int.Parse(n + \"x\");\n}\nF();", "F 5, <cell> 7")]
    [InlineData("void F()\n{\n    var text = string.Concat(\"a\", \"b\");\n    int.Parse(\n        text);\n}\nF();", "F 4, <cell> 7")]
    [InlineData("async Task F()\n{\n    var text = await Task.FromResult(\"x\");\n    int.Parse(text);\n}\nawait F();", "F 4, <cell> 6")]
    public void A_variable_used_once_does_not_move_the_line(string code, string expected) => The_frames_are_those_of_the_cell(code, expected);

    [Fact]
    public void Calls_of_earlier_cells_name_those_cells()
    {
        using var notebook = new LiveNotebook().Given("1", "int F(string s) =>\n    int.Parse(s);");

        var seen = notebook.Run("\nF(\"x\")");

        Assert.Equal(
            """
            System.FormatException: The input string 'x' was not in a correct format.
               at F in In[2]:line 2
               at <cell> in In[3]:line 2
            """,
            seen.ErrorShown);
    }

    [Fact]
    public void The_magic_line_counts()
    {
        using var notebook = new LiveNotebook();

        Assert.Contains("In[1]:line 3", notebook.Run("%%time\n\nthrow new Exception();").ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_static_constructor_that_fails_is_told_with_its_cause_each_time()
    {
        using var notebook = new LiveNotebook().Given("class C\n{\n    public static int V;\n    static C()\n    {\n        V = int.Parse(\"x\");\n    }\n}");

        var first = notebook.Run("C.V");
        var second = notebook.Run("C.V");

        foreach (var seen in new[] { first, second })
        {
            Assert.Contains("TypeInitializationException: The type initializer for 'C' threw an exception.", seen.ErrorShown, StringComparison.Ordinal);
            Assert.Contains("---> System.FormatException", seen.ErrorShown, StringComparison.Ordinal);
            Assert.Contains("at C..cctor in In[1]:line 6", seen.ErrorShown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Frames_of_the_runtime_of_xunit_and_of_the_engine_are_cut()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("void F() => Xunit.Assert.Equal(1, new List<int> { 2 }.Select(x => x).Single());\nF();");

        Assert.Equal(["F 1", "<cell> 2"], Frames(seen.ErrorShown, "In[1]"));
        Assert.DoesNotMatch(@"   at (System|Xunit|IpytestNet|Submission)", seen.ErrorShown);
    }

    private static IEnumerable<string> Frames(string shown, string cell) => Frame().Matches(shown)
        .Where(match => match.Groups["file"].Value == cell)
        .Select(match => $"{match.Groups["method"].Value} {match.Groups["line"].Value}");

    [GeneratedRegex(@"^   at (?<method>.+) in (?<file>.+):line (?<line>\d+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Frame();
}
