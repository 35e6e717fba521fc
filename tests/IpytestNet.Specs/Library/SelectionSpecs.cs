using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class SelectionSpecs
{
    private const string Tests = """
        void TestAdd() { }
        [Fact] void TestSub() { }
        [Theory, InlineData(1), InlineData(2), InlineData(12)] void TestRows(int n) { }
        [Fact, Trait("speed", "slow")] async Task Sleeps() => await Task.Yield();
        public class CalcTests { [Fact] public void Mul() { } [Fact] public void Add() { } public class Inner { [Fact] public void Deep() { } } }
        [Fact(Explicit = true)] void Manual() { }
        """;

    [Theory]
    [InlineData("-k add", "TestAdd, CalcTests::Add")]
    [InlineData("-k ADD", "TestAdd, CalcTests::Add")]
    [InlineData("-k 'Add or Sub'", "TestAdd, TestSub, CalcTests::Add")]
    [InlineData("-k 'not rows and not calc'", "TestAdd, TestSub, Sleeps")]
    [InlineData("-k 'calc and not (mul or deep)'", "CalcTests::Add")]
    [InlineData("-k 'calc and mul'", "CalcTests::Mul")]
    [InlineData("-k inner", "CalcTests::Inner::Deep")]
    [InlineData("-k slow", "Sleeps")]
    [InlineData("-k '12'", "TestRows(n: 12)")]
    [InlineData("-k add -k sub", "TestSub")]
    [InlineData("-ksub", "TestSub")]
    [InlineData("-k notebook.ipynb", "TestAdd, TestSub, TestRows(n: 1), TestRows(n: 2), TestRows(n: 12), Sleeps, CalcTests::Mul, CalcTests::Add, CalcTests::Inner::Deep")]
    [InlineData("-k ''", "TestAdd, TestSub, TestRows(n: 1), TestRows(n: 2), TestRows(n: 12), Sleeps, CalcTests::Mul, CalcTests::Add, CalcTests::Inner::Deep")]
    [InlineData("{TestAdd}", "TestAdd")]
    [InlineData("{TestAdd} {TestSub}", "TestAdd, TestSub")]
    [InlineData("{TestSub} {TestAdd} {TestSub}", "TestAdd, TestSub")]
    [InlineData("./Notebook.ipynb::TestSub", "TestSub")]
    [InlineData("Notebook.ipynb::TestRows", "TestRows(n: 1), TestRows(n: 2), TestRows(n: 12)")]
    [InlineData("'{MODULE}::TestRows(n: 1)'", "TestRows(n: 1)")]
    [InlineData("'{MODULE}::TestRows(n: 1)' {CalcTests}::Mul", "TestRows(n: 1), CalcTests::Mul")]
    [InlineData("{CalcTests}", "CalcTests::Mul, CalcTests::Add, CalcTests::Inner::Deep")]
    [InlineData("{CalcTests}::Inner", "CalcTests::Inner::Deep")]
    [InlineData("{CalcTests}::Inner::Deep", "CalcTests::Inner::Deep")]
    [InlineData("{Manual}", "Manual")]
    [InlineData("{CalcTests} -k mul", "CalcTests::Mul")]
    [InlineData("--deselect {CalcTests} --deselect {TestRows} -k test", "TestAdd, TestSub")]
    [InlineData("--deselect '{TestRows(n: 1)}' {TestRows}", "TestRows(n: 2), TestRows(n: 12)")]
    [InlineData("{CalcTests} --deselect {CalcTests}::Mul", "CalcTests::Add, CalcTests::Inner::Deep")]
    public void Arguments_select_tests(string arguments, string listed)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        Assert.Equal(listed, notebook.Run($"Ipytest.Run(\"--collect-only -q {arguments}\");").Listed());
    }

    [Fact]
    public void A_mark_is_a_name_for_k()
    {
        using var notebook = new LiveNotebook().Given(
            "[Fact, Mark(\"slow\")] void Sleeps() { } [Mark(\"slow\")] void TestPlain() { } [Fact] void Fast() { }",
            "[Mark(\"slow\")] public class SlowTests { [Fact] public void Waits() { } }");

        Assert.Equal("Sleeps, TestPlain, SlowTests::Waits", notebook.Run("Ipytest.Run(\"--collect-only -q -k slow\");").Listed());
        Assert.Equal("Fast", notebook.Run("Ipytest.Run(\"--collect-only -q -k 'not slow'\");").Listed());
    }

    [Theory]
    [InlineData("{MODULE}::Nope", "ERROR: not found: Notebook.ipynb::Nope\n(no match in any of [<Module Notebook.ipynb>])\n")]
    [InlineData("{TestAdds}", "did you mean Notebook.ipynb::TestAdd?")]
    [InlineData("{Mul}", "did you mean Notebook.ipynb::CalcTests::Mul?")]
    [InlineData("{CalcTests}::Mol", "(no match in any of [<Class CalcTests>])\ndid you mean Notebook.ipynb::CalcTests::Mul?")]
    [InlineData("'{TestRows(n: 3)}'", "not found: Notebook.ipynb::TestRows(n: 3)")]
    [InlineData("{TestAdd} {Nope} {Neither}", "not found: Notebook.ipynb::Neither")]
    [InlineData("Other.ipynb::TestAdd", "file or directory not found: Other.ipynb::TestAdd")]
    [InlineData("-k 'add and'", "Wrong expression passed to '-k'")]
    [InlineData("-k '('", "column 2")]
    public void What_is_not_there_is_told_and_nothing_runs(string arguments, string message)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run($"Ipytest.Run(\"-v {arguments}\");");

        Assert.Contains(message, seen.ErrorText, StringComparison.Ordinal);
        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Equal("", seen.Results());
    }

    [Fact]
    public void What_is_left_out_is_counted()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        Assert.Contains("\n9 passed, 1 deselected in", notebook.Run("Ipytest.Run();").Text, StringComparison.Ordinal);
        Assert.Contains("\n2 passed, 8 deselected in", notebook.Run("Ipytest.Run(\"-k add\");").Text, StringComparison.Ordinal);
        Assert.Contains("\n1 passed in", notebook.Run("Ipytest.Run(\"{TestAdd}\");").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_listed_node_id_leads_to_its_test_however_it_is_written()
    {
        using var notebook = new LiveNotebook().Given("""
            void TestÄrger() { }
            [Fact] void @class() { }
            [Theory, InlineData("a::b"), InlineData("[x] {y}"), InlineData("it's \"so\""), InlineData("-k"), InlineData(""), InlineData(null), InlineData("日本 (1)")]
            void Texts(string s) { }
            public class Größe<T> { }
            public class @event { [Fact] public void Löst_aus() { } }
            [Fact] void TestAdd() { }
            [Fact] void TestAdd2() { }
            """);
        var listed = notebook.Run("Ipytest.Run(\"--co\", \"-q\");").Text.Split('\n').TakeWhile(line => line.Length > 0).ToList();

        Assert.Equal(12, listed.Count);
        Assert.All(listed, id =>
        {
            var argument = id.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
            var literal = $"\"\"\"\"\n{argument}\n\"\"\"\"";
            Assert.StartsWith($"{id}\n\n1 test collected in ", notebook.Run($"Ipytest.Run(\"--co\", \"-q\", {literal});").Text, StringComparison.Ordinal);
            Assert.DoesNotContain(id + "\n", notebook.Run($"Ipytest.Run(\"--co\", \"-q\", \"--deselect\", {literal});").Text, StringComparison.Ordinal);
        });
    }
}
