using System.Text.RegularExpressions;
using Xunit;

namespace IpytestNet.Specs.Rewriting;

/// <summary>Assertions in rare places and about rare code: a cell ends as it does without rewriting, and what is generated compiles.</summary>
public sealed partial class UnusualCodeSpecs
{
    [Theory]
    [InlineData("object gate = new(); int n = 1; lock (gate) Assert(n + 1 == 3);")]
    [InlineData("unsafe { int[] a = { 1, 2, 3 }; fixed (int* p = a) Assert(*p + p[1] == 4 && p != null); }")]
    [InlineData("int big = int.MaxValue; checked { Assert(big + 1 > 0); }")]
    [InlineData("int n = 0; again: Assert(n++ < 3); if (n < 9) goto again;")]
    [InlineData("int n = 1; if (n > 0) goto done; Console.WriteLine(n); done: Assert(n.ToString() == \"2\")")]
    [InlineData("int n = 3; Assert(n == 3 && n.ToString() is { Length: 1 } s); if (n > 2) return s; Assert(n == 4); \"no\"")]
    [InlineData("for (int i = 0, j = 9; i < j; i++, j--) Assert(i + j == 9 && i < 3);")]
    [InlineData("foreach (var (a, b) in new[] { (1, 2), (3, 3) }) Assert(a < b);")]
    [InlineData("int n = 0; do Assert(n++ < 2); while (n < 5);")]
    [InlineData("int n = 3; if (n == 1) Assert(n == 0); else if (n == 3) Assert(n == 4); else Assert(n == 5);")]
    [InlineData("int n = 3; try { Assert(n == 4); } finally { Console.Write(\"finally\"); }")]
    [InlineData("bool F(Exception e) { Assert(e.Message == \"x\"); return true; } try { throw new Exception(\"y\"); } catch (Exception e) when (F(e)) { Console.Write(1); } catch (Exception) { Console.Write(2); }")]
    [InlineData("object o = \"a\"; switch (o) { case string s: Assert(s.Length is var len); Assert(len == 2); break; case int n: break; }")]
    [InlineData("int n = 3; bool F() => n switch { 3 when ((Func<bool>)(() => { Assert(n == 4); return true; }))() => true, _ => false }; F()")]
    [InlineData("void M() { using var s = new StringReader(\"a\"); Assert(s.ReadLine() is { } line); Console.Write(line); Assert(line == \"b\"); } M();")]
    public void In_a_statement(string cell) => EndsAlike(cell);

    [Theory]
    [InlineData("IEnumerable<int> G(int n) { for (var i = 0; i < n; i++) { Assert(i < 2 && Math.Abs(i) < 9, $\"i is {i}\"); yield return i; } } foreach (var i in G(3)) Console.Write(i);")]
    [InlineData("IEnumerable<int> G(int[] a) { Span<int> s = a; Assert(s[0] == 1 && s.Length > 1); yield return s[1]; } G([1, 2]).First() + G([2]).First()")]
    [InlineData("async IAsyncEnumerable<int> G(int n) { for (var i = 0; i < n; i++) { await Task.Yield(); Assert(await Task.FromResult(i) < 2 && i >= 0); yield return i; } } await foreach (var i in G(5)) Console.Write(i);")]
    [InlineData("async Task M() { Assert(await Task.FromResult(\"5\") is var s && int.TryParse(s, out var n) && n == await Task.FromResult(5)); Console.Write(n); Assert(n == 6); } await M();")]
    [InlineData("int n = 3; Func<int, Func<int, bool>> f = a => b => { Assert(a + b + n == 0); return true; }; f(1)(2)")]
    [InlineData("int Q<T>(T v) where T : IEnumerable<int>, allows ref struct { Assert(v.GetEnumerator() == null); return 1; } Q(new List<int>())")]
    [InlineData("bool Q<T>(T a) where T : struct, IEquatable<T> { Assert(a.Equals(default) && a is IEquatable<T>); return true; } Q(3)")]
    [InlineData("unsafe int Q<T>(T a) where T : unmanaged { Assert(sizeof(T) == 4 && *(byte*)&a == 3); return 1; } Q(3L)")]
    [InlineData("void M(in int a, ref readonly int b) { Assert(a == b && a + 1 == b); } int x = 1; M(x, in x);")]
    [InlineData("void M(scoped ReadOnlySpan<char> s) { Assert(s is \"abc\" or ['x', ..] && s.StartsWith(\"a\")); } M(\"zbc\");")]
    public void In_a_function(string cell) => EndsAlike(cell);

    [Theory]
    [InlineData("partial class P { public partial int F(int n); } partial class P { public partial int F(int n) { Assert(n > 2); return n; } } new P().F(2)")]
    [InlineData("partial class P { public partial P(int n); } partial class P { public partial P(int n) { Assert(n > 2 && n is < 10 or > 20); } } new P(11);")]
    [InlineData("interface IThing { int N { get; } bool Check() { Assert(N > 5 && this != null); return true; } } class Thing : IThing { public int N => 4; } ((IThing)new Thing()).Check()")]
    [InlineData("interface IZ<T> where T : IZ<T> { static abstract T Zero { get; } static virtual bool Ok(T a) { Assert(a is not null && !a.Equals(T.Zero)); return true; } } record struct Z(int N) : IZ<Z> { public static Z Zero => new(0); } bool R<T>(T a) where T : IZ<T> => T.Ok(a); R(new Z(0))")]
    [InlineData("struct V { public int N; public static V operator +(V a, V b) { Assert(a.N + b.N < 10, \"too big\"); return new V { N = a.N + b.N }; } } var a = new V { N = 6 }; (a + a).N")]
    [InlineData("record R(int A, int B) { public int Sum { get; } = A + B; public R(int c) : this(c, c) { Assert(Sum == 2 * c && c != 3); } } new R(3)")]
    [InlineData("class C(int n, string s) { readonly int _x = Check(n); static int Check(int k) { Assert(k > 2); return k; } public bool Ok() { Assert(n > 5 || s.Length == n); return true; } } new C(3, \"ab\").Ok()")]
    [InlineData("struct S(int n) { public void Inc() { Assert(n++ < 1 && n > 0); Assert(n == 3); } } var s = new S(0); s.Inc();")]
    [InlineData("class C { public int N { get => field; set { Assert(value > field && field >= 0); field = value; } } } var c = new C(); c.N = 3; c.N = 2;")]
    [InlineData("class C { int _n; public int N { get => _n; init { Assert(value > 0); _n = value; } } } new C { N = 0 }")]
    [InlineData("class C { public event Action E { add { Assert(value != null && value.Target is null); } remove { } } } int z = 1; new C().E += () => z++;")]
    [InlineData("class C { public static int N = 3; static C() { Assert(N == 4); } } C.N")]
    [InlineData("class B { public virtual int N() => 1; } class D : B { public override int N() => 2; public void C() { Assert(base.N() == 1 && this is B && base.N() == N()); } } new D().C();")]
    public void In_a_member(string cell) => EndsAlike(cell);

    [Theory]
    [InlineData("class C { public int N; } var c = new C(); C none = null; Assert((c?.N = 4) == 4 && (none?.N = 5) is null && c.N == 4); Assert((c?.N += 1) == 6);")]
    [InlineData("List<int> xs = [with(capacity: 4), 1, 2]; Assert(xs is [1, 2, 3]);")]
    [InlineData("int[] ys = [1, 2]; bool Has(params ReadOnlySpan<int> v) => v.Length > 2; Assert(Has(ys[0], ys[1]) || Has([.. ys, 3]) && Has());")]
    [InlineData("int q = 1; bool A(params List<int> v) => v.Count > 2; bool B(params IEnumerable<string> v) => v.Count() > 1; Assert(A(q, q) || B(\"a\") || A() || B());")]
    [InlineData("[System.Runtime.CompilerServices.InlineArray(3)] struct Buffer { int _e; } void M() { var b = new Buffer(); b[0] = 1; Assert(b[0] == 1 && ((Span<int>)b)[1] == 0 && b[1] == 5); } M();")]
    [InlineData("[System.Runtime.CompilerServices.InlineArray(3)] struct Buffer { int _e; } int Sum(ReadOnlySpan<int> s) => s.Length + s[0]; void M() { var b = new Buffer(); b[0] = 1; Assert(Sum(b) == 4 && Sum(b[..2]) == 3 && b[^1] == 1); } M();")]
    [InlineData("class C { public int N; public void operator +=(int k) => N += k; public void operator ++() => N++; } var c = new C(); c += 3; c++; Assert(c.N == 5);")]
    [InlineData("int a = 1, b = 2; Assert(((a, b) = (b, a)) == (2, 1) && a == 2 && b == 2);")]
    [InlineData("int a = 1, b = 2; void M() { Assert((a > 0 ? ref a : ref b) == 1 && ++(a > 5 ? ref a : ref b) == 4); } M();")]
    [InlineData("int[] a = { 1, 2 }; ref int At(int i) => ref a[i]; Assert(++At(0) == 2 && (At(1) = 5) == 5 && At(0) == 9);")]
    [InlineData("static bool Pos(int n) => n > 0; unsafe void M() { delegate*<int, bool> p = &Pos; Assert(p(3) && p != null && p(-1)); } M();")]
    [InlineData("dynamic d = new System.Dynamic.ExpandoObject(); d.A = 1; d.F = (Func<int, bool>)(n => n > 2); Assert(d.A == 1 && d.F(3)); Assert(d.F(d.A));")]
    [InlineData("void M() { Assert(((Span<int>)stackalloc int[] { 1, 2 }).Length == 3); } M();")]
    [InlineData("int M(object o) { Assert(!(o is not int n)); return n; } M(\"1\")")]
    [InlineData("int M(Dictionary<string, int> d) { Assert(d?.TryGetValue(\"a\", out var n) == true); return n; } M(new())")]
    [InlineData("int M(bool b) { int k; Assert(b ? (k = 1) > 0 : (k = 2) > 2); return k; } M(false)")]
    [InlineData("bool T(string s) { Console.Write(s); return s != \"b\"; } Assert(T(\"a\") & T(\"b\") & T(\"c\") | T(\"d\") ^ T(\"e\") & T(\"b\"));")]
    [InlineData("string s = null; Assert((s ?? throw new InvalidOperationException(\"none\")).Length == 1);")]
    [InlineData("int big = int.MaxValue; Assert(checked(big + 1) > 0);")]
    [InlineData("var s = \"a\";\nAssert(s == @\"a\nb\" || s.Length == 9, \"\"\"\n    x\n    y\n    \"\"\");")]
    [InlineData("int n = 3;\nAssert(\n#region r\n n == 3\n#endregion\n#pragma warning disable CS1717\n && n == 4);")]
    [InlineData("bool O(object o) => false; bool O(int n) => true; bool O(long n) => false; byte b = 3; Assert(O(b) && O('a') && O(3) && O(3L));")]
    [InlineData("bool O(in int n) => true; bool O(int n, int m = 1) => false; int n = 1; Assert(O(in n) && O(n));")]
    [InlineData("int n = 3; string Why() => throw new InvalidOperationException(\"message\"); Assert(n == 4, Why());")]
    [InlineData("object o = \"abc\"; Assert(o is int k, $\"{(o is string s ? s : \"\")}\");")]
    public void In_a_condition(string cell) => EndsAlike(cell);

    private static void EndsAlike(string cell)
    {
        using var plain = new LiveNotebook().Given("Ipytest.Config(rewriteAsserts: false);");
        using var notebook = new LiveNotebook().Given("int cellOne = 1;");

        var expected = plain.Run(cell);
        var seen = notebook.Run(cell);

        Assert.NotEqual("CompilationError", expected.Error?.Name);
        Assert.Equal((expected.Error?.Name, expected.Text, expected.Value), (seen.Error?.Name, seen.Text, seen.Value));
        // An explained assertion at the top of a cell names the line on which it begins.
        if (FramesOf(expected).Length > 0)
            Assert.Equal(Line().Replace(FramesOf(expected), ""), Line().Replace(FramesOf(seen), ""));
        Assert.Empty(notebook.RewritingDefects);
    }

    [GeneratedRegex(@"(?<=at <cell> in .*:line )\d+")]
    private static partial Regex Line();

    private static string FramesOf(LiveNotebook.Seen seen) =>
        string.Join('\n', seen.ErrorShown.Split('\n').Where(line => line.StartsWith("   at ", StringComparison.Ordinal)));
}
