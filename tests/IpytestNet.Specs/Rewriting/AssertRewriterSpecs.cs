using Xunit;

namespace IpytestNet.Specs.Rewriting;

public sealed class AssertRewriterSpecs
{
    [Fact]
    public async Task An_assertion_that_holds_lets_the_cell_go_on()
    {
        var value = await ScriptCell.RunRewrittenAsync("var x = 1; Assert(x == 1); x + 1");

        Assert.Equal(2, value);
    }

    [Theory]
    [InlineData("int x = 1; Assert(x == 2);", "Assertion failed: x == 2")]
    [InlineData("int x = 1; Assert(x == 2)", "Assertion failed: x == 2")]
    [InlineData("int x = 1; Assert  ( x == 2 ) ;", "Assertion failed: x == 2")]
    [InlineData("int x = 1; Assert(x\n    == // never\n  2);", "Assertion failed: x == 2")]
    [InlineData("var s = \"a\"; Assert(s == $\"{s}b\\n\");", "Assertion failed: s == $\"{s}b\\n\"")]
    [InlineData("var s = \"a\"; Assert(s == @\"b\nc\");", "Assertion failed: s == @\"b\\nc\"")]
    [InlineData("var s = \"a\"; Assert(s == \"\"\"b\"c\"\"\");", "Assertion failed: s == \"\"\"b\"c\"\"\"")]
    [InlineData("Assert(false);", "Assertion failed: false")]
    [InlineData("Assert(1 + 1 == 3);", "Assertion failed: 1 + 1 == 3")]
    [InlineData("Assert(await Task.FromResult(false));", "Assertion failed: await Task.FromResult(false)")]
    [InlineData("int @class = 3, größe = 4; Assert(@class == größe);", "Assertion failed: @class == größe")]
    public async Task A_failed_assertion_shows_the_condition_on_one_line(string cell, string message)
    {
        var failure = await Assert.ThrowsAsync<AssertionException>(() => ScriptCell.RunRewrittenAsync(cell));

        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public async Task A_long_condition_is_cut()
    {
        var cell = $"int x = 0; Assert({string.Join(" + ", Enumerable.Repeat("x", 200))} == 1);";

        var failure = await Assert.ThrowsAsync<AssertionException>(() => ScriptCell.RunRewrittenAsync(cell));

        Assert.EndsWith("x + x + x...", failure.Message, StringComparison.Ordinal);
        Assert.Equal("Assertion failed: ".Length + 300, failure.Message.Length);
    }

    [Theory]
    [InlineData("int x = 1; Assert(x == 2, \"one\\ntwo\");", "Assertion failed: x == 2\n  one\n  two")]
    [InlineData("int x = 1; Assert(x == 2,$\"x is {x}\");", "Assertion failed: x == 2\n  x is 1")]
    [InlineData("int x = 1; Assert(x == 2, new[] { x, 2 });", "Assertion failed: x == 2\n  [1, 2]")]
    [InlineData("int x = 1; Assert(x == 2, null);", "Assertion failed: x == 2")]
    [InlineData("int x = 1; Assert(x == 2, message: \"m\");", "Assertion failed: x == 2\n  m")]
    [InlineData("int x = 1; Assert(condition: x == 2, message: \"m\");", "Assertion failed: x == 2\n  m")]
    [InlineData("int x = 1; Assert(condition: x == 2);", "Assertion failed: x == 2")]
    [InlineData("int x = 1; Assert(message: \"m\", condition: x == 2);", "Assertion failed: x == 2\n  m")]
    [InlineData("Assert(false, \"m\");", "Assertion failed: false\n  m")]
    [InlineData("int x = 1; Action a = () => Assert(x == 2, \"m\"); a();", "Assertion failed: x == 2\n  m")]
    [InlineData("int x = 1; Assert(x == 2, await Task.FromResult(\"m\"));", "Assertion failed: x == 2\n  m")]
    public async Task The_message_follows_the_condition(string cell, string message)
    {
        var failure = await Assert.ThrowsAsync<AssertionException>(() => ScriptCell.RunRewrittenAsync(cell));

        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public async Task The_message_of_a_statement_is_evaluated_only_on_failure()
    {
        var value = await ScriptCell.RunRewrittenAsync("int n = 0; int Count() => ++n; Assert(n == 0, $\"{Count()}\"); n");

        Assert.Equal(0, value);
    }

    [Theory]
    [InlineData("object o = \"abc\"; Assert(o is string s); s.Length")]
    [InlineData("int F(object o) { Assert(o is string s); return s.Length; } F(\"abc\")")]
    [InlineData("int F(object o) { Assert(o is string { Length: > 2 } s && s[0] == 'a', \"no\"); return s.Length; } F(\"abc\")")]
    [InlineData("int F(string t) { Assert(int.TryParse(t, out var n)); return n; } F(\"3\")")]
    [InlineData("int F(object o) { switch (o) { case not null: Assert(o is string s); return s.Length; default: return 0; } } F(\"abc\")")]
    [InlineData("Func<object, int> f = o => { Assert(o is string s); return s.Length; }; f(\"abc\")")]
    public async Task Variables_that_the_condition_declares_are_assigned_afterwards(string cell) =>
        Assert.Equal(3, await ScriptCell.RunRewrittenAsync(cell));

    [Theory]
    [InlineData("int n = 3; if (n > 5) Assert(n == 4); else n = 5; n", 5)]
    [InlineData("int n = 3; if (n > 2) Assert(n == 3); else n = 5; n", 3)]
    [InlineData("int n = 3; if (n > 2) if (n > 5) Assert(n == 4); else n = 6; n", 6)]
    [InlineData("int n = 0; while (n < 3) Assert(n++ < 3); n", 3)]
    [InlineData("int n = 0; foreach (var x in new[] { 1, 2 }) Assert((n += x) > 0); n", 3)]
    [InlineData("int n = 0; for (; n < 3; Assert(n > 0)) n++; n", 3)]
    [InlineData("int n = 3; lbl: Assert(n > 2); if (n > 100) goto lbl; n", 3)]
    public async Task An_else_or_loop_around_an_assertion_keeps_its_meaning(string cell, int value) =>
        Assert.Equal(value, await ScriptCell.RunRewrittenAsync(cell));

    [Theory]
    [InlineData("new List<int> { 1, -1 }.ForEach(x => Assert(x > 0));", "x > 0")]
    [InlineData("void M(int x) => Assert(x > 0); M(-1);", "x > 0")]
    [InlineData("Func<int, Task> f = async x => Assert(await Task.FromResult(x) > 0); await f(-1);", "await Task.FromResult(x) > 0")]
    [InlineData("Action<int> g = static x => { Assert(x > 0); }; g(-1);", "x > 0")]
    [InlineData("Expression<Action<int>> e = x => Assert(x > 0); e.Compile()(-1);", "x > 0")]
    [InlineData("class C { int _x; public C(int x) { _x = x; Assert(_x > 0); } } new C(-1);", "_x > 0")]
    [InlineData("struct S { int _x; public S(int x) { this._x = x; Assert(_x > 0); } } new S(-1);", "_x > 0")]
    [InlineData("IEnumerable<int> G(int x) { Assert(x > 0); yield return x; } G(-1).ToList();", "x > 0")]
    [InlineData("int n = -1; $\"{((Func<int>)(() => { Assert(n > 0); return n; }))()}\"", "n > 0")]
    [InlineData("var xs = new[] { 1, -1 }; Assert(xs.All(x => { Assert(x > 0); return true; }));", "x > 0")]
    [InlineData("switch (3) { case 3: int n = -1; Assert(n > 0); break; }", "n > 0")]
    [InlineData("unchecked { checked { int n = -1; Assert(n > 0); } }", "n > 0")]
    public async Task An_assertion_works_wherever_a_call_may_stand(string cell, string condition)
    {
        var failure = await Assert.ThrowsAsync<AssertionException>(() => ScriptCell.RunRewrittenAsync(cell));

        Assert.Equal($"Assertion failed: {condition}", failure.Message);
    }

    [Theory]
    [InlineData("void Assert(bool ok, string why = null) { } Assert(false); 1")]
    [InlineData("Action<bool> Assert = ok => { }; Assert(false); 1")]
    [InlineData("class T { void Assert(bool ok) { } public int Run() { Assert(false); return 1; } } new T().Run()")]
    [InlineData("int Run(Action<bool> Assert) { Assert(false); return 1; } Run(ok => { })")]
    [InlineData("int Run() { Assert(false); return 1; void Assert(bool ok) { } } Run()")]
    [InlineData("class T { public void Assert(bool ok) { } } new T().Assert(false); new T()?.Assert(false); 1")]
    public async Task A_function_of_the_users_named_Assert_is_left_alone(string cell) =>
        Assert.Equal(1, await ScriptCell.RunRewrittenAsync(cell));

    [Fact]
    public async Task A_users_Assert_in_one_class_does_not_hide_that_of_the_notebook()
    {
        const string cell = "class T { public void Assert(bool ok) { } } Assert(new T() == null);";

        await Assert.ThrowsAsync<AssertionException>(() => ScriptCell.RunRewrittenAsync(cell));
    }

    [Fact]
    public void An_Assert_of_an_earlier_cell_is_left_alone() =>
        Assert.Equal("Assert(false);", ScriptCell.Rewrite("Assert(false);", notebookNames: "Assert"));

    [Fact]
    public async Task The_assertions_of_xunit_are_left_alone()
    {
        const string cell = "Assert.Equal(1, 1); Xunit.Assert.True(true); Assert(true); 1";

        Assert.Equal(1, await ScriptCell.RunRewrittenAsync(cell));
    }

    [Theory]
    [InlineData("Assert(false); int x = 1;")]
    [InlineData("Assert(!(1 == 2)); int x = 1;")]
    [InlineData("int x = 1; Assert(x == 1);")]
    public void The_compiler_does_not_warn_of_what_the_user_did_not_write(string cell) =>
        Assert.Empty(ScriptCell.Diagnose(ScriptCell.Rewrite(cell)));

    [Theory]
    [InlineData("Assert(5);", "CS1503")]
    [InlineData("int n = 5; Assert(n);", "CS0029")]
    [InlineData("bool? b = null; Assert(b);", "CS0266")]
    [InlineData("Assert(nothing);", "CS0103")]
    [InlineData("Assert(1 == 1)\nAssert(2 == 2);", "CS1002")]
    [InlineData("int x = 1; Assert(x == 1)\nAssert(x == 1);", "CS1002")]
    [InlineData("Assert(true, \"m\", 3);", "CS1501")]
    public void A_wrong_assertion_is_an_error_of_the_compiler(string cell, string error) =>
        Assert.Contains(error, ScriptCell.Diagnose(ScriptCell.Rewrite(cell)));

    [Fact]
    public async Task The_statements_after_an_assertion_keep_their_lines()
    {
        const string cell = """
            var numbers = new[] { 1, 2 };
            Assert(numbers
                    .Where(n => n > 1)   // the big ones
                    .Count() == 1,
                $"there are {
                    numbers.Length}");
            throw new InvalidOperationException(Line());

            static string Line([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => $"line {line}";
            """;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ScriptCell.RunRewrittenAsync(cell));

        Assert.Equal("line 7", failure.Message);
    }

    [Fact]
    public async Task A_failed_assertion_is_an_exception_of_xunit()
    {
        var failure = await Record.ExceptionAsync(() => ScriptCell.RunRewrittenAsync("Assert(1 == 2);"));

        Assert.IsAssignableFrom<Xunit.Sdk.XunitException>(failure);
    }
}
