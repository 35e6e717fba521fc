using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>Recursion without an end is an error of its cell; the notebook goes on.</summary>
public sealed class RecursionSpecs
{
    [Theory]
    [InlineData("int F(int x) => F(x + 1) + 1; F(0)")]
    [InlineData("int F(int x) { return F(x + 1) + 1; } F(0)")]
    [InlineData("int A(int x) => B(x) + 1; int B(int x) => A(x) + 1; A(0)")]
    [InlineData("Func<int, int> f = null; f = x => f(x + 1) + 1; f(0)")]
    [InlineData("Func<int, int> f = null; f = x => { return f(x + 1) + 1; }; f(0)")]
    [InlineData("Action f = null; f = () => f.Invoke(); f()")]
    [InlineData("Action f = null; f = delegate { f(); }; f()")]
    [InlineData("Func<int, int> f = n => { int F(int x) => F(x + 1) + 1; return F(n); }; f(0)")]
    [InlineData("class C { public int P => P + 1; } new C().P")]
    [InlineData("class C { public int this[int i] => this[i + 1] + 1; } new C()[0]")]
    [InlineData("class C { C _c = new C(); } new C()")]
    [InlineData("class C { public override string ToString() => $\"{this}\"; } new C().ToString()")]
    [InlineData("class C { public override bool Equals(object o) => Equals(o, this); public static new bool Equals(object a, object b) => a.Equals(b); public override int GetHashCode() => 0; } new C().Equals(new C())")]
    [InlineData("struct S { public static S operator +(S a, S b) => a + b; } new S() + new S()")]
    [InlineData("struct S { public static implicit operator int(S s) => (int)s; } (int)new S()")]
    [InlineData("class C { static C() => F(0); static int F(int x) => F(x + 1) + 1; public static int V = 1; } C.V")]
    [InlineData("record R(string N) { public R Next { get; set; } } var r = new R(\"a\"); r.Next = r; r.GetHashCode()")]
    [InlineData("record R(string N) { public R Next { get; set; } } var r = new R(\"a\"); r.Next = r; var s = new R(\"a\"); s.Next = s; r == s")]
    [InlineData("record R(string N) { public R Next { get; set; } } var r = new R(\"a\"); r.Next = r; r.ToString()")]
    [InlineData("record R(string N) { public (R, int) Next { get; set; } } var r = new R(\"a\"); r.Next = (r, 1); r.GetHashCode()")]
    [InlineData("abstract record A { public A Next; } sealed record B : A; var b = new B(); b.Next = b; b.GetHashCode()")]
    [InlineData("record G<T>(T V) { public G<T> Next { get; set; } } var g = new G<int>(1); g.Next = g; g.GetHashCode()")]
    [InlineData("partial record R(string N); partial record R { public R Next { get; set; } } var r = new R(\"a\"); r.Next = r; r.GetHashCode()")]
    [InlineData("IEnumerable<int> F() { foreach (var x in F()) yield return x; } F().Count()")]
    [InlineData("async Task<int> F(int x) => await F(x + 1); await F(0)")]
    [InlineData("async Task F(int x) { await Task.CompletedTask; await F(x + 1); } await F(0);")]
    [InlineData("Func<int, Task<int>> f = null; f = async x => await f(x + 1); await f(0)")]
    [InlineData("int F(int x) => F(x + 1) + 1; await Task.Run(() => F(0))")]
    [InlineData("int F(int x) => F(x + 1) + 1; Task.Run(() => F(0)).Wait();")]
    public void It_is_reported_and_the_next_cell_runs(string code)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(code);

        Assert.Contains("InsufficientExecutionStackException", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void Mutual_recursion_over_cells_is_reported()
    {
        using var notebook = new LiveNotebook().Given("Func<int, int> later = null; int Earlier(int x) => later(x) + 1;");

        var seen = notebook.Run("later = x => Earlier(x) + 1; Earlier(0)");

        Assert.Contains("at Earlier in In[1]:line 1", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("in In[2]:line 1", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Theory]
    [InlineData("[Optimized] int F(int x) => x == 0 ? 0 : F(x + 1);")]
    [InlineData("[Optimized] int F(int x) { if (x == 0) return 0; return F(x + 1); }")]
    [InlineData("[Optimized] void F(int x) { if (x != 0) F(x + 1); }")]
    [InlineData("[Optimized] int F(int x) => x == 0 ? 0 : G(x); [Optimized] int G(int x) => F(x + 1);")]
    [InlineData("int F(int x) { return G(x); [Optimized] static int G(int x) => x == 0 ? 0 : G(x + 1); }")]
    [InlineData("Func<int, int> F = null; F = [Optimized] (x) => x == 0 ? 0 : F(x + 1);")]
    [InlineData("Func<int, int> F = null; F = [Optimized] (x) => { if (x == 0) return 0; return F(x + 1); };")]
    [InlineData("class C { int _x; public C(int x) => _x = x; public int P { [Optimized] get => _x++ == 0 ? 0 : P; } } int F(int x) => new C(x).P;")]
    [InlineData("class C { int _x; public C(int x) => _x = x; public int P => _x++ == 0 ? 0 : Q(); [Optimized] int Q() => P; } int F(int x) => new C(x).P;")]
    public void It_is_not_made_a_loop_by_the_optimizer(string code)
    {
        using var notebook = new LiveNotebook().Given(
            "using System.Runtime.CompilerServices;",
            code.Replace("[Optimized]", "[MethodImpl(MethodImplOptions.AggressiveOptimization)]", StringComparison.Ordinal));

        var seen = notebook.Run("F(1);");

        Assert.Equal("InsufficientExecutionStackException", seen.Error?.Name);
    }

    [Fact]
    public void A_trace_shows_the_repeated_call_once()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("int F(int x) => F(x + 1) + 1;\nF(0)");

        Assert.Contains("at F in In[1]:line 1 (again and again)", seen.ErrorShown, StringComparison.Ordinal);
        Assert.True(seen.ErrorShown.Split('\n').Length < 10, seen.ErrorShown);
    }

    [Theory]
    [InlineData("new Thread(() => F(0))")]
    [InlineData("new Thread(() => F(0), 256 * 1024)")]
    public void In_a_thread_it_ends_that_thread(string thread)
    {
        using var notebook = new LiveNotebook().Given("int F(int x) => F(x + 1) + 1;");

        var seen = notebook.Run($"var t = {thread}; t.Start(); t.Join(); \"after\"");

        Assert.Equal("\"after\"", seen.Value);
        Assert.Contains("InsufficientExecutionStackException", seen.ErrorText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class C { public override string ToString() => ToString() + 1; } new C()")]
    [InlineData("class C : System.Collections.IEnumerable { public System.Collections.IEnumerator GetEnumerator() => GetEnumerator(); } new C()")]
    [InlineData("class C : IpytestNet.Values.IHtmlValue { public string ToHtml() => ToHtml(); } new C()")]
    public void A_displayed_value_that_recurses_says_so(string code)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(code);

        Assert.Contains("InsufficientExecutionStackException", seen.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class C { public C Me; } var c = new C(); c.Me = c; c")]
    [InlineData("var c = new List<object>(); c.Add(c); c")]
    public void A_displayed_value_that_holds_itself_is_a_cycle(string code)
    {
        using var notebook = new LiveNotebook();

        Assert.Contains("<cycle>", notebook.Run(code).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void In_tests_and_their_data_it_fails_those_tests_alone()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(
            """
            %%ipytest
            int F(int x) => F(x + 1) + 1;
            static IEnumerable<object[]> Rows() => Rows();
            record Cyclic(string Name) { public Cyclic Next { get; set; } }
            [Fact] void In_the_test() => F(0);
            [Theory, MemberData(nameof(Rows))] void In_the_data(int x) { }
            [Fact] async Task In_async() { await D(0); async Task D(int x) => await D(x + 1); }
            [Fact] void In_equality() { var a = new Cyclic("a"); a.Next = a; var b = new Cyclic("a"); b.Next = b; Xunit.Assert.Equal(a, b); }
            [Fact] void Fine() { }
            """);

        Assert.Equal(ExitCode.TestsFailed, seen.Run);
        Assert.Contains("4 failed, 1 passed", seen.Text, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }
}
