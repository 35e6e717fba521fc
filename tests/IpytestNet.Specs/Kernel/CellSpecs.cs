using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>What a cell of C# can hold, and what later cells see of it.</summary>
public sealed class CellSpecs
{
    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("var a = 3;\na", "3")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("await Task.FromResult(4)", "4")]
    [InlineData("(object)null", "null")]
    [InlineData("new[] { 1, 2 }.Select(x => x * 2)", "[2, 4]")]
    [InlineData("Math.Abs(1);", null)]
    [InlineData("Func<int> f = () => { return 8; };", null)]
    [InlineData("Console.Write(\"\")", null)]
    [InlineData("void F() { }", null)]
    [InlineData("var x = 1;", null)]
    [InlineData("5 // the value", "5")]
    [InlineData("/* the value */ 5\n\n", "5")]
    [InlineData("if (true) { }\n6", "6")]
    [InlineData("return 7;", "7")]
    public void The_value_of_a_cell_is_its_last_expression(string code, string? expected)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(code);

        Assert.Equal("", seen.ErrorShown);
        Assert.Equal(expected, seen.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\t\n")]
    [InlineData("// a comment")]
    [InlineData("/* a\ncomment */")]
    [InlineData("using System.Xml;")]
    [InlineData("using static System.Math;\nusing N = System.Int32;")]
    [InlineData("#nullable enable")]
    [InlineData("#r \"System.Xml.Linq\"")]
    [InlineData("#pragma warning disable CS0168")]
    [InlineData("#if NOTHING\nanything goes {{\n#endif")]
    [InlineData(";")]
    public void A_cell_may_have_nothing_to_run(string code)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(code);

        Assert.Equal("", seen.ErrorShown);
        Assert.Empty(seen.Outputs);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void Declarations_and_usings_last()
    {
        using var notebook = new LiveNotebook().Given(
            "using System.Xml; using static System.Math; using Number = System.Int32;",
            "int variable = 1; int Function(int x) => x + variable; class Type { public int X = 3; } record Rec(int A); enum En { One } delegate int Del(int x); interface I { }",
            "variable = 5; const int Constant = 2; int Property { get; set; } = 4; (int, int) pair = (6, 7);");

        Assert.Equal("6", notebook.Run("Function(1)").Value);
        Assert.Equal("(3, 2, 4, 7)", notebook.Run("(new Type().X, Constant, Property, pair.Item2)").Value);
        Assert.Equal("(true, 9, 1)", notebook.Run("(new XmlDocument() is XmlNode, Max(9, 2), (Number)1.5)").Value);
        Assert.Equal("Rec { A = 1 }", notebook.Run("new Rec(1)").Value);
    }

    [Fact]
    public void A_redefinition_hides_what_the_name_stood_for()
    {
        using var notebook = new LiveNotebook().Given("int x = 1; int F() => 1; class C { public int V => 1; }", "string x = \"a\"; int F() => 2; class C { public int V => 2; }");

        Assert.Equal("(\"a\", 2, 2)", notebook.Run("(x, F(), new C().V)").Value);
    }

    [Fact]
    public void Overloads_may_stand_in_several_cells()
    {
        using var notebook = new LiveNotebook().Given("string F(int x) => \"int\";", "string F(string x) => \"string\";", "string F(int x, int y) => \"two\";");

        Assert.Equal("(\"int\", \"string\", \"two\")", notebook.Run("(F(1), F(\"\"), F(1, 2))").Value);
    }

    [Fact]
    public void Extension_methods_are_functions_of_a_cell()
    {
        using var notebook = new LiveNotebook().Given("static int Twice(this int x) => x * 2;\nstatic T Second<T>(this IEnumerable<T> xs) => xs.ElementAt(1);");

        Assert.Equal("(8, 2)", notebook.Run("(4.Twice(), new[] { 1, 2 }.Second())").Value);
    }

    [Fact]
    public void The_state_of_functions_and_types_lasts()
    {
        using var notebook = new LiveNotebook().Given(
            "static class Counter { static int _n; public static int Next() => ++_n; }",
            "Func<int> MakeCounter() { var n = 10; return () => n++; }\nvar count = MakeCounter();",
            "Counter.Next(); count();");

        Assert.Equal("(2, 11)", notebook.Run("(Counter.Next(), count())").Value);
    }

    [Fact]
    public void Generic_and_nested_types_are_shared()
    {
        using var notebook = new LiveNotebook().Given("class Outer<T> { public class Inner { public T Value; public enum Kind { A, B } } public static Inner Of(T t) => new() { Value = t }; }");

        Assert.Equal("(3, 1, true)", notebook.Run("(Outer<int>.Of(3).Value, (int)Outer<int>.Inner.Kind.B, new Outer<string>.Inner().Value is null)").Value);
    }

    [Fact]
    public void Windows_line_ends_are_line_ends()
    {
        using var notebook = new LiveNotebook();

        Assert.Equal("3", notebook.Run("var a = 1;\r\n// comment\r\nvar b = 2;\r\na + b\r\n").Value);
        Assert.Contains(":2:1: error CS0103", notebook.Run("var c = 1;\r\noops();\r\n").ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_may_be_very_long()
    {
        using var notebook = new LiveNotebook();
        var functions = string.Concat(Enumerable.Range(0, 3000).Select(i => $"int F{i}(int x) => x + {i};\n"));

        Assert.Equal("2999", notebook.Run(functions + "F2999(0)").Value);
        Assert.Equal("3000", notebook.Run(string.Join(" + ", Enumerable.Repeat("1", 3000))).Value);
    }

    [Fact]
    public void Hundreds_of_cells_may_follow_each_other()
    {
        using var notebook = new LiveNotebook().Given("var x0 = 0;");
        for (var i = 1; i <= 300; i++)
            notebook.Given($"var x{i} = x{i - 1} + 1;");

        Assert.Equal("300", notebook.Run("x300 + x0").Value);
    }

    [Fact]
    public void A_later_cell_costs_no_more_memory_than_an_early_one()
    {
        using var notebook = new LiveNotebook();
        for (var i = 0; i < 50; i++)
            notebook.Given($"var y{i} = {i}; int F{i}(int n) => n + {i};");
        var early = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 50; i < 200; i++)
            notebook.Given($"var y{i} = {i}; int F{i}(int n) => n + {i};");

        var each = (GC.GetTotalMemory(forceFullCollection: true) - early) / 150;

        Assert.True(each < 250_000, $"{each:N0} bytes a cell");
    }

    [Fact]
    public void A_cell_that_throws_keeps_what_it_had_set()
    {
        using var notebook = new LiveNotebook().Given("int a = 1;");

        notebook.Run("a = 2; var b = 3; int Local() => 4; throw new Exception(); var c = 5;");

        Assert.Equal("(2, 3, 4, 0)", notebook.Run("(a, b, Local(), c)").Value);
    }

    [Theory]
    [InlineData("throw new Exception();\nint x = 0;", 5)]
    [InlineData("throw new Exception(); int x = 0;", 5)]
    [InlineData("Fail();\nvar x = 0;", 5)]
    [InlineData("var x = Fail();", 5)]
    [InlineData("var (x, y) = (Fail(), 2);", 5)]
    [InlineData("(int x, int y) = (Fail(), 2);", 5)]
    [InlineData("Fail(); int.TryParse(\"8\", out var x);", 5)]
    [InlineData("Fail(); int.TryParse(\"8\", out int x);", 5)]
    [InlineData("Fail(); if (8 is var x) { }", 5)]
    [InlineData("int y = 1, x = Fail();", 5)]
    [InlineData("await Task.Yield();\nawait FailAsync();\nint x = 0;", 5)]
    [InlineData("int x = 0; throw new Exception();", 0)]
    [InlineData("int x = 0;\nFail();", 0)]
    [InlineData("var (x, y) = (0, 2); Fail();", 0)]
    [InlineData("int.TryParse(\"no\", out var x); Fail();", 0)]
    [InlineData("int x = 0, y = Fail();", 5)]
    [InlineData("int x = 7, y = Fail();", 7)]
    [InlineData("void Deep() => Fail();\nint x = 0;\nDeep();", 0)]
    [InlineData("Action lambda = () => { int x = 9; Fail(); };\nlambda();\nint x = 0;", 5)]
    [InlineData("for (var i = 0; ; i++) if (i == 3) Fail();\nint x = 0;", 5)]
    public void A_variable_keeps_its_earlier_value_until_its_new_declaration_is_reached(string code, int expected)
    {
        using var notebook = new LiveNotebook().Given("int x = 5; int Fail() => throw new InvalidOperationException(); async Task FailAsync() { await Task.Yield(); Fail(); }");

        var seen = notebook.Run(code);

        Assert.NotNull(seen.Error);
        Assert.Equal(expected.ToString(), notebook.Run("x").Value);
    }

    [Fact]
    public void A_variable_of_another_type_does_not_keep_its_earlier_value()
    {
        using var notebook = new LiveNotebook().Given("int x = 5;");

        notebook.Run("throw new Exception(); string x = \"new\";");

        Assert.Equal("null", notebook.Run("x").Value);
    }
}
