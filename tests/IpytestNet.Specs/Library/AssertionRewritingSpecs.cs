using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>Assertions explain themselves in every cell, as in the original, and nothing takes that away.</summary>
public sealed class AssertionRewritingSpecs
{
    private const string Explained = "Assertion failed: x == 2\n  1 == 2\n  where x = 1";

    [Theory]
    [InlineData("Assert(1 == 2);", "Assertion failed: 1 == 2")]
    [InlineData("Assert(new[] { 3 }.Length == 4);", "Assertion failed: new[] { 3 }.Length == 4\n  1 == 4\n  where new[] { 3 }.Length = 1\n        new[] { 3 } = [3]")]
    [InlineData("Assert(xs.SequenceEqual([1, 2, 4]), \"msg\");", "Assertion failed: xs.SequenceEqual([1, 2, 4])\n  msg\n  first difference at index 2: 3 != 4\n  where xs = [1, 2, 3]")]
    [InlineData("Assert(await Task.FromResult(x) == 2);", "Assertion failed: await Task.FromResult(x) == 2\n  1 == 2\n  where await Task.FromResult(x) = 1\n        x = 1")]
    [InlineData("await Task.Yield(); Assert(x == 2);", Explained)]
    [InlineData("x; Assert(x == 2)", Explained)]
    [InlineData("Assert(x == 1 && x < 0);", "Assertion failed: x == 1 && x < 0\n  true           x == 1   (1 == 1)\n  false          x < 0   (1 < 0)\n  where x = 1")]
    public void A_cell_without_any_test_explains_its_assertions(string cell, string message)
    {
        using var notebook = new LiveNotebook().Given("int x = 1; int[] xs = [1, 2, 3];");

        var seen = notebook.Run(cell.Replace("x; ", "Console.Write(x); ", StringComparison.Ordinal));

        Assert.Equal(("AssertionException", message), (seen.Error?.Name, seen.Error?.Message));
    }

    [Theory]
    [InlineData("void Check() => Assert(x == 2); Check();")]
    [InlineData("static void Check(int x) { Assert(x == 2); } Check(1);")]
    [InlineData("Action check = () => Assert(x == 2); check();")]
    [InlineData("Func<Task> check = async () => { await Task.Yield(); Assert(x == 2); }; await check();")]
    [InlineData("class Checks { public static void Run(int x) { Assert(x == 2); } } Checks.Run(1);")]
    [InlineData("struct Checks(int x) { public void Run() => Assert(x == 2); } new Checks(1).Run();")]
    [InlineData("record Checks(int X) { public int Checked { get { var x = X; Assert(x == 2); return x; } } } _ = new Checks(1).Checked;")]
    [InlineData("IEnumerable<int> Steps() { Assert(x == 2); yield return 1; } Steps().ToList();")]
    [InlineData("foreach (var y in new[] { 2 }) if (y == 2) Assert(x == y - 0 && y > 0 || x == 2); else x = 2;")]
    public void An_assertion_explains_itself_wherever_it_stands(string cell)
    {
        using var notebook = new LiveNotebook().Given("int x = 1;");

        var seen = notebook.Run(cell);

        Assert.Contains("x = 1", seen.Error?.Message, StringComparison.Ordinal);
        Assert.Empty(notebook.RewritingDefects);
    }

    [Fact]
    public void Cells_before_and_after_a_run_explain_themselves_alike()
    {
        using var notebook = new LiveNotebook().Given("int x = 1;");

        var before = notebook.Run("Assert(x == 2);");
        notebook.Given("%%ipytest\nvoid TestOne() { Assert(x == 1); }");
        var after = notebook.Run("Assert(x == 2);");

        Assert.Equal(Explained, before.Error?.Message);
        Assert.Equal(Explained, after.Error?.Message);
    }

    [Theory]
    [InlineData("Assert((1, 2));", "CS0029")]
    [InlineData("Assert((x, 2), \"m\");", "CS0029")]
    [InlineData("Assert(x);", "CS0029")]
    [InlineData("Assert(x = 2);", "CS0029")]
    [InlineData("Assert(missing == 2);", "CS0103")]
    [InlineData("Assert();", "CS")]
    [InlineData("Assert(x == 2", "CS1026")]
    public void B2_A_wrong_assertion_is_an_error_of_its_cell_and_later_ones_explain_themselves(string wrong, string error)
    {
        using var notebook = new LiveNotebook().Given("int x = 1;");

        var seen = notebook.Run(wrong);

        Assert.Equal("CompilationError", seen.Error?.Name);
        Assert.Contains($"In[2]:1:", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains($"error {error}", seen.ErrorShown, StringComparison.Ordinal);
        Assert.DoesNotContain("IpytestNet", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal(Explained, notebook.Run("Assert(x == 2);").Error?.Message);
        Assert.Equal("True", notebook.Run("Console.Write(Ipytest.Config().RewriteAsserts);").Text);
    }

    [Fact]
    public void The_configuration_counts_for_the_cells_after_it()
    {
        using var notebook = new LiveNotebook().Given("int x = 1; void Early() { Assert(x == 2); }");

        var before = notebook.Run("Ipytest.Config(rewriteAsserts: false); Assert(x == 2);");
        var off = notebook.Run("Assert(x == 2, \"why\");");
        var early = notebook.Run("Early();");
        var on = notebook.Run("Ipytest.Config(rewriteAsserts: true); Assert(x == 2);");
        var after = notebook.Run("Assert(x == 2);");

        Assert.Equal(Explained, before.Error?.Message);
        Assert.Equal("Assertion failed: x == 2\n  why", off.Error?.Message);
        Assert.Equal(Explained, early.Error?.Message);
        Assert.Equal("Assertion failed: x == 2", on.Error?.Message);
        Assert.Equal(Explained, after.Error?.Message);
    }

    [Fact]
    public void A_report_shows_the_explanation_in_its_gutter_and_one_line_in_its_summary()
    {
        using var notebook = new LiveNotebook().Given("int x = 1; int Add(int a, int b) => a + b;");

        var seen = notebook.Run("%%ipytest\nvoid TestAdd()\n{\n    var y = 2;\n    Assert(Add(x, y) == 4, \"adds\");\n}");

        Assert.Contains(
            """
                void TestAdd()
                {
                    var y = 2;
            >       Assert(Add(x, y) == 4, "adds");
            E       Assertion failed: Add(x, y) == 4
            E         adds
            E         3 == 4
            E         where Add(x, y) = 3
            E               x = 1
            E               y = 2

            In[2]:5: AssertionException

            """.ReplaceLineEndings("\n"),
            seen.Text,
            StringComparison.Ordinal);
        Assert.Contains("\nFAILED Notebook.ipynb::TestAdd - Assertion failed: Add(x, y) == 4\n1 failed in ", seen.Text, StringComparison.Ordinal);
        Assert.StartsWith("F ", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("void TestIt() => Helper(1);", "TestIt")]
    [InlineData("async Task TestIt() { await Task.Yield(); Helper(1); }", "TestIt")]
    [InlineData("async Task TestIt() { var x = await Task.FromResult(1); Assert(await Task.FromResult(x) == 2); }", "TestIt")]
    [InlineData("[Theory] [InlineData(2)] [InlineData(1)] void It(int x) { Assert(x == 2); }", "It(x: 1)")]
    [InlineData("[Theory] [InlineData(1)] async Task It(int x) { await Task.Yield(); Assert(x == 2); }", "It(x: 1)")]
    [InlineData("class T { [Fact] public void It() { var x = 1; Assert(x == 2); } }", "T::It")]
    [InlineData("class T { int x = 1; public T() { Assert(x == 2); } [Fact] public void It() { } }", "T::It")]
    [InlineData("class T : IDisposable { int x = 1; public void Dispose() => Assert(x == 2); [Fact] public void It() { } }", "T::It")]
    [InlineData("class T : IAsyncLifetime { int x = 1; public async ValueTask InitializeAsync() { await Task.Yield(); Assert(x == 2); } public ValueTask DisposeAsync() => default; [Fact] public void It() { } }", "T::It")]
    [InlineData("class F { int x = 1; public F() { Assert(x == 2); } } class T : IClassFixture<F> { public T(F f) { } [Fact] public void It() { } }", "T::It")]
    [InlineData("void TestIt() { int x = 1; void Inner() => Assert(x == 2); new List<int> { 1 }.ForEach(_ => Inner()); }", "TestIt")]
    public void A_failed_assertion_is_a_failed_test_in_whatever_the_test_uses(string test, string name)
    {
        using var notebook = new LiveNotebook().Given("void Helper(int x) { Assert(x == 2); }");

        var seen = notebook.Run($"%%ipytest --tb=short\n{test}");

        Assert.Equal(ExitCode.TestsFailed, seen.Run);
        Assert.Contains($"FAILED Notebook.ipynb::{name} - ", seen.Text, StringComparison.Ordinal);
        Assert.Contains("E     1 == 2\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("x = 1\n", seen.Text, StringComparison.Ordinal);
        Assert.Empty(notebook.RewritingDefects);
    }

    [Fact]
    public void Assertions_of_loaded_files_explain_themselves()
    {
        using var folder = new TemporaryFolder();
        folder.Write("half.csx", "int Half(int n)\n{\n    Assert(n % 2 == 0, \"odd\");\n    return n / 2;\n}");
        folder.Write("Shop.cs", "namespace Shop;\npublic class Cart\n{\n    public int Count { get; set; }\n    public void Check() =>\n        Assert(Count == 4);\n}");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root }).Given("#load \"half.csx\"\n#load \"Shop.cs\"");

        var script = notebook.Run("Half(3)");
        var project = notebook.Run("new Shop.Cart { Count = 3 }.Check();");

        Assert.Equal("Assertion failed: n % 2 == 0\n  odd\n  1 == 0\n  where n % 2 = 1\n        n = 3", script.Error?.Message);
        Assert.Contains("half.csx:line 3", script.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("Assertion failed: Count == 4\n  3 == 4\n  where Count = 3", project.Error?.Message);
        Assert.Contains("Shop.cs:line 6", project.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_is_bound_to_newer_definitions_explains_itself_at_its_line()
    {
        using var notebook = new LiveNotebook().Given(
            "int Add(int a, int b) => a + b;", "var filler = 0;\n\nvoid TestAdd()\n{\n    var sum = Add(1, 2);\n    Assert(sum == 3 && Add(2, 2) == 4);\n}", "int Add(int a, int b) => a * b;");

        var seen = notebook.Run("Ipytest.Run();");

        Assert.Contains(">       Assert(sum == 3 && Add(2, 2) == 4);\nE       Assertion failed: sum == 3 && Add(2, 2) == 4\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("E         false          sum == 3   (2 == 3)\nE         not evaluated  Add(2, 2) == 4\nE         where sum = 2\n\nIn[2]:6: AssertionException\n", seen.Text, StringComparison.Ordinal);
    }
}
