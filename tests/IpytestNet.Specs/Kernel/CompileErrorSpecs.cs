using System.Text.RegularExpressions;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>An error of the compiler names the place in what the user wrote, not in what we made of it.</summary>
public sealed partial class CompileErrorSpecs
{
    private static readonly LiveNotebook Notebook = new();

    [Fact]
    public void An_error_is_shown_with_its_code_place_and_line()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("var a = 1;\nvar b = a + oops;");

        Assert.Equal(
            """
            In[1]:2:13: error CS0103: The name 'oops' does not exist in the current context
                var b = a + oops;
                            ^
            """,
            seen.ErrorShown);
    }

    [Fact]
    public void The_caret_stands_under_its_place_behind_tabs()
    {
        var seen = Notebook.Run("\tvar b =\toops;");

        Assert.EndsWith("    \tvar b =\toops;\n    \t       \t^", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_caret_stands_under_its_place_behind_wide_characters()
    {
        var seen = Notebook.Run("""var s = "日本" + oops;""");

        Assert.EndsWith("    var s = \"日本\" + oops;\n                     ^", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_magic_line_counts()
    {
        var seen = Notebook.Run("%%time\nint a = oops;");

        Assert.Contains(":2:9: error CS0103", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("\n    int a = oops;\n            ^", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_after_an_assertion_is_where_it_is()
    {
        var seen = Notebook.Run("Assert(1 + 1 == 2, \"sum\"); Assert(true); oops();");

        Assert.Contains(":1:42: error CS0103", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_within_an_assertion_is_where_it_is()
    {
        var seen = Notebook.Run("int one = 1; Assert(one == oops);");

        Assert.Contains(":1:28: error CS0103", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_are_told_in_their_order()
    {
        var seen = Notebook.Run("a();\nint F(int x) => x + b;\nc();");

        Assert.Equal(["1:1", "2:21", "3:1"], Places(seen.ErrorShown).Select(place => place.Split(": ")[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_missing_reference_is_named()
    {
        Assert.Contains("'nowhere.dll' could not be found", Notebook.Run("#r \"nowhere.dll\"").ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_magic_in_the_middle_of_a_cell_says_where_it_belongs()
    {
        var seen = Notebook.Run("1 + 1\n%%time");

        Assert.Contains(":2:1: error", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("first line", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_declared_twice_is_told_without_the_name_of_the_cell_s_class()
    {
        var seen = Notebook.Run("var twice = 1;\nvar twice = 2;");

        Assert.Contains("CS0102: The cell already contains a definition for 'twice'", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_does_not_compile_changes_nothing()
    {
        using var notebook = new LiveNotebook().Given("int kept = 1; int F() => 1;");

        notebook.Run("int kept = 2; int F() => oops;");

        Assert.Equal("(1, 1)", notebook.Run("(kept, F())").Value);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Errors_are_those_of_the_text_as_it_was_written(string code)
    {
        var expected = PlainScript.ErrorsOf(code).Order(StringComparer.Ordinal);

        var seen = Notebook.Run(code);

        Assert.NotEqual("", seen.ErrorShown);
        Assert.Equal(expected, Places(seen.ErrorShown).Order(StringComparer.Ordinal));
        Assert.DoesNotMatch("(?i)submission#|__ipytest|CellGuard|CellAnchor", seen.ErrorShown);
    }

    public static TheoryData<string> Broken { get; } =
    [
        "oops",
        "oops()",
        "int x = ",
        "int x = 1",
        "int x = 1 int y = 2;",
        "goto",
        "goto nowhere;",
        "int F( => 3;",
        "int F() => 3",
        "int F() => oops;",
        "int F() { }",
        "int F() { return oops; }",
        "int F() { while (true) { oops(); } }",
        "void F() => 3;",
        "void F() { return 1; }",
        "async Task F() => oops;",
        "async Task<int> F() => await oops;",
        "int P => oops;",
        "int P { get => oops; set => oops2 = value; }",
        "class C { int this[int i] => oops; public static C operator +(C a, C b) => oops; }",
        "class C { C() => oops = 1; ~C() => oops(); }",
        "class C {",
        "class C { void F() {",
        "class C { int F() => 1 }",
        "class C { public int X { get } }",
        "record R(object A) { public int B => oops; }",
        "record R(object A) { oops }",
        "record R(object A",
        "record R(object A) : Oops(A);",
        "record R(Oops A);",
        "sealed record S(object O); record T(object O) : S(O);",
        "Func<int, int> f = x => oops;",
        "Func<int, int> f = x => oops(x);",
        "Func<int, int> f = x => { return oops; };",
        "Func<int, int> f = x => Math.Abs(y);",
        "Func<int, int> f = x => Math.Abs(x)",
        "Func<int, string> f = x => Math.Abs(x);",
        "Action a = () => Math.PI;",
        "var f = x => Math.Abs(x);",
        "Func<int, int> f = x => y => Math.Abs(x);",
        "System.Linq.Expressions.Expression<Func<int>> e = () => { return 1; };",
        "new[] { 1 }.Select(x => Math.Abs(x)).Oops()",
        "new[] { 1 }.Select(x => x.Oops(Math.Abs(x)))",
        "from x in new[] { 1 } where oops select x",
        "from x in new[] { 1 } select",
        "if (true) oops(); else oops2();",
        "if (true)",
        "while (oops) { }",
        "while (true)",
        "while (true) int y = 3;",
        "while (true) void F() { }",
        "for (var i = 0; i < oops; i++) { }",
        "for (;;)",
        "for (;;",
        "foreach (var x in oops) x();",
        "foreach (var x in new[] { 1 }) x();",
        "foreach (x in new[] { 1 }) { }",
        "do oops(); while (true)",
        "do { } while (true",
        "switch (1) { case 1: oops(); }",
        "switch (1) { case 1: a: oops(); break; case 1: break; }",
        "int F(int x) => x switch { 1 => oops };",
        "lock (1) { }",
        "using (1) { }",
        "fixed (int* p = null) { }",
        "try { } oops",
        "try { oops(); } catch { oops2(); } finally { oops3(); }",
        "a: b: oops();",
        "break;",
        "continue;",
        "yield return 1;",
        "IEnumerable<int> F() { yield return \"a\"; }",
        "await oops;",
        "int F() { await Task.Yield(); return 1; }",
        "static int F() => this.ToString();",
        "string s = \"abc",
        "string s = $\"{oops}\";",
        "string s = $\"{new[] { 1 }.Sum(x => oops(x))}\";",
        "string s = \"\"\"abc",
        "char c = '';",
        "int x = 08a;",
        "#if X",
        "#endif",
        "#error stop here",
        "#line 30 \"elsewhere\"\noops();",
        "using Oops;\n1",
        "1; using System.Xml;",
        "namespace N { }",
        "namespace N;",
        "return 1; oops();",
        "int x = 1; int x = 2;",
        "int F() => 1; int F() => 2;",
        "int F(int x) { int x = 1; return x; }",
        "const int k = DateTime.Now.Day;",
        "readonly int r;\nr = 3; oops",
        "int y = \"s\";\n\n\n  string z = 3;",
        "var v;",
        "var n = null;",
        "int? F(string s) => s.Oops?.Length;",
        "out int x",
        "int x = (1 + 2;",
        "int x = 1 + 2);",
        "}",
        "{",
        "(",
        "@",
        "Console.WriteLine(1))",
        "Console.WriteLine(\"a\" \"b\");",
        "Console.WriteLin(1);",
        "Consol.WriteLine(1);",
        "Math.Abs(\"a\")",
        "Environment.Exit(\"a\");",
        "Environment.Exit();",
        "new Environment();",
        "[Fact] void T() { oops(); }",
        "[Oops] void T() { }",
        "[Fact void T() { }",
        "unsafe void F() { int* p = oops; }",
        "ref int F() => ref oops;",
        "ref int F() { int x = 1; return ref x; }",
        "interface I { int F() => oops; static abstract int G() => 1; }",
        "class C : IDisposable { }",
        "class A : B { } class B : A { }",
        "enum E { A = oops }",
        "delegate oops D();",
        "struct S { S Self; }",
        "class C<T> where T : oops { T F() => default; }",
        "extern int F() => 1;",
        "abstract class C { abstract int F() => 1; }",
        "int x = 1;\noops(); // in the second line",
        "\t\toops();",
        "\"日本語\".Oops();",
        "/* 日本 */ oops();",
        "int F() => 1; ; ; oops; int G() => oops2;",
        "int F(int n) => n > 0 ? F(n - 1) : oops; class D { int G => H(); }",
    ];

    private static IEnumerable<string> Places(string shown) => Place().Matches(shown).Select(match => match.Groups["place"].Value);

    [GeneratedRegex(@"^\S+?:(?<place>\d+:\d+: error \w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
