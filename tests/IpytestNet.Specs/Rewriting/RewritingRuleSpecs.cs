using Xunit;

namespace IpytestNet.Specs.Rewriting;

/// <summary>Rewriting rules that users write in cells and add to their notebook.</summary>
public sealed class RewritingRuleSpecs
{
    private const string Usings = """
        using IpytestNet.Rewriting;
        using IpytestNet.Sessions;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.CSharp.Syntax;
        var rewriters = NotebookSession.Current.Host.Rewriters;
        """;

    // lang=csharp
    private const string Expect = """
        class ExpectRule : ICellRewriter
        {
            public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => cell.Root.DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Select(call => call.Expression)
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == "Expect")
                .Select(name => TextEdit.Replace(name.Identifier, "Assert"));
        }
        rewriters.Add(new ExpectRule());
        """;

    [Theory]
    [InlineData("Expect(x == 4);", "Assertion failed: x == 4\n  3 == 4\n  where x = 3")]
    [InlineData("Expect(x == 4, $\"x is {x}\")", "Assertion failed: x == 4\n  x is 3\n  3 == 4\n  where x = 3")]
    [InlineData("Action check = () => Expect(x == 4); check();", "Assertion failed: x == 4\n  3 == 4\n  where x = 3")]
    [InlineData("if (x == 3) Expect((object)x is string s && s.Length > 0); else x = 4;", "Assertion failed: (object)x is string s && s.Length > 0\n  false          (object)x is string s   (3 is int)\n  not evaluated  s.Length > 0\n  where x = 3")]
    public void A_rule_may_write_assertions_which_explain_themselves(string cell, string message)
    {
        using var notebook = new LiveNotebook().Given(Usings, Expect, "int x = 3;");

        var seen = notebook.Run(cell);

        Assert.Equal("AssertionException", seen.Error?.Name);
        Assert.StartsWith(message.Split('\n')[0], seen.Error?.Message, StringComparison.Ordinal);
        Assert.EndsWith("x = 3", seen.Error?.Message, StringComparison.Ordinal);
        Assert.Empty(notebook.RewritingDefects);
    }

    [Fact]
    public void A_rule_concerns_tests_too_also_those_that_are_bound_anew()
    {
        using var notebook = new LiveNotebook().Given(Usings, Expect, "int One() => 1;", "void TestOne()\n{\n    Expect(One() == 1);\n}");

        var first = notebook.Run("Ipytest.Run(\"-q\");");
        var second = notebook.Run("int One() => 2;\n");
        var third = notebook.Run("Ipytest.Run(\"-q\");");

        Assert.Equal(ExitCode.Ok, first.Run);
        Assert.Null(second.Error);
        Assert.Contains("    Expect(One() == 1);\nE       Assertion failed: One() == 1\nE         2 == 1\nE         where One() = 2\n\nIn[4]:3: ", third.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_rule_declares_is_a_test_like_any_other()
    {
        using var notebook = new LiveNotebook().Given(Usings, """
            class SpecRule : ICellRewriter
            {
                public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => cell.Root.DescendantTokens()
                    .Where(token => token.ValueText.StartsWith("Spec_") && token.Parent is LocalFunctionStatementSyntax or MethodDeclarationSyntax)
                    .Select(token => TextEdit.Replace(token, "Test" + token.ValueText));
            }
            rewriters.Add(new SpecRule());
            """);

        var seen = notebook.Run("%%ipytest -v\nvoid Spec_one() { }");

        Assert.Contains("::TestSpec_one PASSED", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Edits_within_a_condition_are_what_is_asserted_and_told()
    {
        using var notebook = new LiveNotebook().Given(Usings, """
            class Three : ICellRewriter
            {
                public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => cell.Root.DescendantTokens()
                    .Where(token => token.ValueText == "three")
                    .Select(token => TextEdit.Replace(token, "(1 + x)"));
            }
            class More : ICellRewriter
            {
                public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => cell.Root.DescendantNodes()
                    .OfType<IdentifierNameSyntax>()
                    .Where(name => name.Identifier.ValueText == "three")
                    .SelectMany(name => new[] { TextEdit.Before(name, "(2 * "), TextEdit.After(name, ")") });
            }
            rewriters.Add(new Three());
            rewriters.Add(new More());
            int x = 2;
            """);

        var seen = notebook.Run("Assert(three == 5);");

        Assert.Equal("Assertion failed: (2 * (1 + x)) == 5\n  6 == 5\n  where 2 * (1 + x) = 6\n        1 + x = 3\n        x = 2", seen.Error?.Message);
    }

    [Fact]
    public void A_rule_may_take_the_place_of_what_the_notebook_makes_of_Assert()
    {
        using var notebook = new LiveNotebook().Given(Usings, """
            class Mine : ICellRewriter
            {
                public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => cell.Root.DescendantTokens()
                    .Where(token => token.ValueText == "Assert")
                    .Select(token => TextEdit.Replace(token, "Console.WriteLine"));
            }
            rewriters.Add(new Mine());
            """);

        Assert.Equal("False\n", notebook.Run("Assert(1 == 2);").Text);
    }

    [Fact]
    public void A_rule_concerns_loaded_files()
    {
        using var folder = new Documents.TemporaryFolder();
        folder.Write("check.csx", "void Check(int n)\n{\n    Expect(n == 4);\n}");
        folder.Write("Shop.cs", "namespace Shop;\npublic static class Cart\n{\n    public static void Check(int n) =>\n        Expect(n == 5);\n}");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root }).Given(Usings, Expect, "#load \"check.csx\"\n#load \"Shop.cs\"");

        var script = notebook.Run("Check(3);");
        var project = notebook.Run("Shop.Cart.Check(3);");

        Assert.Equal("Assertion failed: n == 4\n  3 == 4\n  where n = 3", script.Error?.Message);
        Assert.Contains("check.csx:line 3", script.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("Assertion failed: n == 5\n  3 == 5\n  where n = 3", project.Error?.Message);
        Assert.Contains("Shop.cs:line 5", project.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_may_go_by_what_the_compiler_knows()
    {
        using var notebook = new LiveNotebook().Given(Usings, """
            class Cents : ICellRewriter, IBoundRewriter
            {
                public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => [];

                public IEnumerable<TextEdit> Rewrite(BoundCell cell) => cell.Root.DescendantNodes()
                    .OfType<IdentifierNameSyntax>()
                    .Where(name => name.Identifier.ValueText.EndsWith("Euros") && cell.Model.GetTypeInfo(name).Type?.SpecialType is SpecialType.System_Int32)
                    .SelectMany(name => new[] { TextEdit.Before(name, "(100 * "), TextEdit.After(name, ")") });
            }
            rewriters.Add(new Cents());
            int priceEuros = 3; string nameEuros = "three";
            """);

        var changed = notebook.Run("Assert(nameEuros == \"three\" && priceEuros == 301);");
        var unchanged = notebook.Run("var price = priceEuros; Assert(price == 301);");

        Assert.Equal("(300, \"three\")", notebook.Run("(priceEuros, nameEuros)").Value);
        Assert.Equal(
            """
            Assertion failed: nameEuros == "three" && (100 * priceEuros) == 301
              true           nameEuros == "three"   ("three" == "three")
              false          (100 * priceEuros) == 301   (300 == 301)
              where 100 * priceEuros = 300
                    priceEuros = 3
                    nameEuros = "three"
            """.ReplaceLineEndings("\n"),
            changed.Error?.Message);
        Assert.Equal("Assertion failed: price == 301\n  300 == 301\n  where price = 300", unchanged.Error?.Message);
        Assert.Empty(notebook.RewritingDefects);
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"oops\")", "The rewriting rule Broken failed.", "---> System.InvalidOperationException: oops\n   at Broken.Rewrite in In[2]:line ")]
    [InlineData("null", "The rewriting rule Broken gave null in place of edits.", "")]
    [InlineData("cell.Text.Lines.Select(line => line.Start == 0 ? new TextEdit(0, 1, \"x\") : throw new Exception(\"late\"))", "The rewriting rule Broken failed.", "---> System.Exception: late\n")]
    [InlineData("[new TextEdit(0, 9, \"a\"), new TextEdit(5, 2, \"b\")]", "The edits of the rewriting rule Broken cannot be applied. Two rewriters change the same place of a cell", "")]
    [InlineData("[new TextEdit(0, 0, \"\\n\")]", "The edits of the rewriting rule Broken cannot be applied. A rewriter changes the number of lines of a cell", "")]
    [InlineData("[new TextEdit(900, 0, \"a\")]", "The edits of the rewriting rule Broken cannot be applied. A rewriter changes a place that a cell of ", "")]
    public void A_rule_that_fails_is_named_and_taken_out_and_its_cell_does_not_run(string edits, string error, string thrown)
    {
        using var notebook = new LiveNotebook().Given(
            Usings, $"class Broken : ICellRewriter {{ public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => {edits}; }}\nrewriters.Add(new Broken());");

        var seen = notebook.Run("var first = 1;\nConsole.Write(\"ran\");");
        var after = notebook.Run("rewriters.Count(rewriter => rewriter is Broken)");

        Assert.Equal(("RewriterException", ""), (seen.Error?.Name, seen.Text));
        Assert.StartsWith($"IpytestNet.Rewriting.RewriterException: {error}", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("Cells run without this rule from now on: mend it and add it to the notebook's Rewriters again.", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains(thrown, seen.ErrorShown, StringComparison.Ordinal);
        Assert.DoesNotContain("at IpytestNet", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("0", after.Value);
    }

    [Fact]
    public void Where_such_a_rule_changes_nothing_conditions_are_told_as_they_are_written()
    {
        using var notebook = new LiveNotebook().Given(Usings, """
            class Traced : ICellRewriter, IBoundRewriter
            {
                public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => [];
                public IEnumerable<TextEdit> Rewrite(BoundCell cell) => cell.Root.DescendantNodes()
                    .OfType<VariableDeclaratorSyntax>()
                    .Where(variable => variable.Identifier.ValueText == "traced")
                    .Select(variable => TextEdit.After(variable.Initializer.Value, " + 1"));
            }
            rewriters.Add(new Traced());
            """);

        var seen = notebook.Run("int traced = 1;\nAssert(new[] { 1, 3 }.All(x => { Assert(x > 0, \"m\"); return x == 1; }) && traced == 2);");

        Assert.StartsWith("Assertion failed: new[] { 1, 3 }.All(x => { Assert(x > 0, \"m\"); return x == 1; }) && traced == 2\n", seen.Error?.Message, StringComparison.Ordinal);
        Assert.Contains("In[3]:line 2", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Empty(notebook.RewritingDefects);
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"oops\")", "The rewriting rule Broken failed.")]
    [InlineData("[new TextEdit(0, 9, \"a\"), new TextEdit(5, 2, \"b\")]", "The edits of the rewriting rule Broken cannot be applied.")]
    public void A_rule_that_fails_when_the_cell_is_bound_is_named_too(string edits, string error)
    {
        using var notebook = new LiveNotebook().Given(Usings, $$"""
            class Broken : ICellRewriter, IBoundRewriter
            {
                public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => [];
                public IEnumerable<TextEdit> Rewrite(BoundCell cell) => {{edits}};
            }
            rewriters.Add(new Broken());
            """);

        var seen = notebook.Run("Console.Write(\"ran\");");

        Assert.Equal(("RewriterException", ""), (seen.Error?.Name, seen.Text));
        Assert.Contains(error, seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("ran", notebook.Run("Console.Write(\"ran\");").Text);
    }

    [Fact]
    public void An_edit_that_does_not_compile_is_an_error_at_its_place()
    {
        using var notebook = new LiveNotebook().Given(
            Usings, "class Wrong : ICellRewriter { public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => [new TextEdit(cell.Text.Lines[1].Start, 0, \"missing(); \")]; }\nrewriters.Add(new Wrong());");

        var seen = notebook.Run("int one = 1;\nint two = 2;");

        Assert.Contains("In[3]:2:1: error CS0103: The name 'missing' does not exist", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_goes_by_the_compiler_learns_where_its_edits_do_not_compile()
    {
        using var notebook = new LiveNotebook().Given(Usings, """
            List<int> positions = [];
            class Careful(List<int> told, bool isOff = false) : ICellRewriter, IBoundRewriter
            {
                public IEnumerable<TextEdit> Rewrite(CellSyntax cell) => [];
                public IEnumerable<TextEdit> Rewrite(BoundCell cell) => isOff ? [] : cell.Root.DescendantNodes()
                    .OfType<LiteralExpressionSyntax>()
                    .Select(literal => TextEdit.Before(literal, "missing + "));
                public IBoundRewriter Without(IReadOnlyList<int> positions) { told.AddRange(positions); return isOff ? null : new Careful(told, true); }
            }
            rewriters.Add(new Careful(positions));
            """);

        var seen = notebook.Run("int x = 1; x == 1");

        Assert.Equal("true", seen.Value);
        Assert.NotEqual("0", notebook.Run("positions.Count").Value);
        Assert.Contains("CS0103: The name 'missing' does not exist in the current context", notebook.RewritingDefects);
    }
}
