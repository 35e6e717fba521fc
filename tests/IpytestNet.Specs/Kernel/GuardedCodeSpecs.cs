using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>The guards that every cell gets neither break valid code nor change what it does.</summary>
public sealed class GuardedCodeSpecs
{
    [Theory]
    [MemberData(nameof(Statements))]
    [MemberData(nameof(Functions))]
    [MemberData(nameof(Members))]
    [MemberData(nameof(Records))]
    [MemberData(nameof(Lambdas))]
    [MemberData(nameof(Layout))]
    public async Task Code_does_in_a_cell_what_the_compiler_makes_of_it_alone(string code)
    {
        var expected = await PlainScript.ValueOf(code);

        // One each: functions of earlier cells would be overloads.
        using var notebook = new LiveNotebook();
        var seen = notebook.Run(code);

        Assert.Equal("", seen.ErrorShown);
        Assert.Equal(expected, seen.Value);
    }

    public static TheoryData<string> Statements { get; } =
    [
        "var i = 0; start: i++; if (i < 3) goto start; i",
        "int F() { var i = 0; a: b: i++; if (i < 3) goto b; if (i < 5) goto a; return i; } F()",
        "int F(int x) { switch (x) { case 1: goto case 2; case 2: return 20; default: goto done; } done: return -1; } (F(1), F(7))",
        "string F(int x) { switch (x) { case > 3: again: x--; if (x > 3) goto again; break; } return $\"{x}\"; } F(9)",
        "var n = 0; for (;;) if (n++ > 4) break; else continue; n",
        "var n = 0; for (; n < 3; n++); n",
        "var n = 0; while (n < 3) n++; do n += 2; while (n < 9); n",
        "var n = 0; foreach (var x in new[] { 1, 2 }) foreach (var y in new[] { 3, 4 }) n += x * y; n",
        "var n = 0; foreach (var (a, b) in new[] { (1, 2), (3, 4) }) n += a * b; n",
        "var n = 1; if (n == 1) while (n < 5) n++; else n = -1; n",
        "var n = 1; if (n == 2) for (;;) break; else if (n == 1) n = 7; else n = 8; n",
        "var n = 1;\nif (n > 0)\n    while (true)\n        if (n > 3)\n            break;\n        else\n            n++;\nelse\n    n = 0;\nn",
        "var n = int.MaxValue; unchecked { n++; } try { checked { n--; } } catch (OverflowException) { n = 1; } n",
        "unsafe int F() { var a = new[] { 1, 2 }; fixed (int* p = a) return p[1]; } F()",
        "unsafe int F() { int* p = stackalloc int[] { 4, 5 }; Span<int> s = stackalloc int[2]; s[0] = p[1]; return s[0]; } F()",
        "var gate = new object(); var n = 0; lock (gate) n++; lock (gate) { while (n < 3) n++; } n",
        "using (var r = new StringReader(\"a\\nb\")) while (r.ReadLine() is { } line) if (line == \"b\") break; 1",
        "string F() { using var r = new StringReader(\"x\"); return r.ReadToEnd(); } F()",
        "int F(object o) { if (o is not string { Length: > 2 } s) return -1; return s.Length; } (F(\"abc\"), F(3))",
        "if (int.TryParse(\"12\", out var parsed)) parsed++; parsed",
        "var (q, (r, _)) = (1, (2, 3)); (q, r)",
        "string Grade(int n) => n switch { >= 90 => \"A\", >= 80 and < 90 => \"B\", _ when n < 0 => throw new ArgumentException(), _ => \"C\" }; Grade(85)",
        "int n = 0; try { throw new InvalidOperationException(\"x\"); } catch (InvalidOperationException e) when (e.Message == \"x\") { n = 1; } finally { n += 10; } n",
        "var list = new List<Func<int>>(); for (var i = 0; i < 3; i++) { var copy = i; int Local() => copy * 2; list.Add(Local); } list.Sum(f => f())",
        "await Task.Yield(); var t = await Task.FromResult(3); t",
        "var n = 0; await foreach (var x in Gen()) n += x; async IAsyncEnumerable<int> Gen() { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return i; } } n",
        "await using (var s = new MemoryStream()) { s.WriteByte(1); } 5",
        "int F() { while (true) { try { return 1; } finally { ; } } } F()",
        "int F(bool b) { if (b) throw new Exception(); else return 4; } F(false)",
        "{ int inner = 3; { inner++; } } 8",
        "; ; 9",
        "Span<char> F2() => new char[2]; int F() { foreach (ref var c in F2()) c = 'x'; return 1; } F()",
        "dynamic d = 3; d += 4; string s = d.ToString(); s",
        "var xs = new[] { 5, 3, 4 }; xs is [var first, .., var last] ? first * last : 0",
        "int[] a = [1, 2, .. new[] { 3 }]; a[^1] + a[..2].Sum()",
        "int? n = null; n ??= 4; n",
        "int F() { var x = 5; ref var y = ref x; y++; return x; } F()",
        "int n = 0; void Add() { n++; if (n < 3) Add(); } Add(); n",
    ];

    public static TheoryData<string> Functions { get; } =
    [
        "int Fact(int n) => n <= 1 ? 1 : n * Fact(n - 1); Fact(5)",
        "static int Twice(this int n) => n * 2; 4.Twice()",
        "int[] data = { 1, 2 }; ref int At(int i) => ref data[i]; At(0) = 9; data[0]",
        "int[] data = { 1, 2 }; ref readonly int At(int i) { return ref data[i]; } At(1)",
        "async Task<int> F() => await Task.FromResult(2); await F()",
        "async Task F() => await Task.Delay(1); await F(); 3",
        "async ValueTask<int> F() => await new ValueTask<int>(2); await F()",
        "async ValueTask F() { await Task.Yield(); } await F(); 1",
        "async System.Threading.Tasks.Task<int> F() => await Task.FromResult(2); await F()",
        "using Number = System.Threading.Tasks.Task<int>; async Number F() => await Task.FromResult(2); await F()",
        "async Task<int>? F() => await Task.FromResult(2); await F()!",
        "Task<int> F() => Task.FromResult(6); await F()",
        "Task F() => Task.CompletedTask; await F(); 1",
        "void F() => Console.Write(\"\"); F(); 1",
        "int F() => throw new NotSupportedException(); void G() => throw new NotSupportedException(); try { F(); } catch (NotSupportedException) { } 2",
        "IEnumerable<int> Evens() { for (var i = 0; ; i += 2) yield return i; } Evens().Take(3).Sum()",
        "IEnumerable<int> None() { yield break; } None().Count()",
        "IEnumerator<int> E() { yield return 1; } var e = E(); e.MoveNext() ? e.Current : 0",
        "T Id<T>(T x) where T : notnull => x; Id(\"a\") + Id(1)",
        "T Max<T>(params ReadOnlySpan<T> xs) where T : IComparable<T> { var m = xs[0]; foreach (var x in xs) if (x.CompareTo(m) > 0) m = x; return m; } Max(1, 5, 2)",
        "int Len(scoped ReadOnlySpan<char> s) => s.Length; Len(\"abc\")",
        "T All<T>(T t) where T : allows ref struct => t; All(3)",
        "int Opt(int a = 1, params int[] more) => a + more.Length; Opt() + Opt(2, 3, 4)",
        "void Out(out int a, ref int b, in int c) { a = b + c; b++; } int b = 1; Out(out var a, ref b, 5); (a, b)",
        "unsafe int Deref(int* p) => *p; unsafe { int v = 3; Console.Write(Deref(&v) == 3 ? \"\" : \"x\"); } 1",
        "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)] int Attr([System.ComponentModel.DefaultValue(3)] int x) => x; Attr(2)",
        "[return: System.Diagnostics.CodeAnalysis.MaybeNull] string R() => null; R() == null",
        "string Caller([System.Runtime.CompilerServices.CallerMemberName] string m = null, [System.Runtime.CompilerServices.CallerLineNumber] int l = 0) => m + l; string Me() => Caller(); Me()",
        "string Told(object o, [System.Runtime.CompilerServices.CallerArgumentExpression(\"o\")] string e = null) => e; Func<int, string> t = x => Told(x  +  1); t(2)",
    ];

    public static TheoryData<string> Members { get; } =
    [
        "class P { int _x; public int X { get => _x; set => _x = value; } public int Y { get { return _x + 1; } } public int Z => _x + 2; } var p = new P { X = 3 }; (p.X, p.Y, p.Z)",
        "class P { public int V { get => field; set => field = value < 0 ? 0 : value; } = 4; public int W { get; init => field = value * 2; } } (new P { V = -3 }.V, new P { W = 3 }.W)",
        "class P { public required int R { get; init; } public int S { get; private set; } = 2; } new P { R = 5 }.R",
        "class I { int[] _a = new int[3]; public int this[int i] { get => _a[i]; set => _a[i] = value; } public int this[string s] => s.Length; } var ix = new I(); ix[1] = 4; ix[1] + ix[\"ab\"]",
        "class R { int[] _a = { 1, 2 }; public ref int this[int i] => ref _a[i]; public ref int First => ref _a[0]; public ref readonly int Last { get => ref _a[1]; } } var r = new R(); r[0] = 7; r.First += r.Last; r[0]",
        "class E { Action _h; public event Action H { add => _h += value; remove { _h -= value; } } public event EventHandler Plain; public void Fire() => _h?.Invoke(); } var n = 0; var e = new E(); e.H += () => n++; e.Fire(); n",
        "class C { public int X; public C(int x) => X = x; public C() : this(5) { } ~C() => X = 0; static C() { S = 3; } public static int S; } new C().X + C.S",
        "class B(int x) { public int X => x; public int Next() => ++x; } class D(int x, string s) : B(x + 1) { public string S { get; } = s; } var d = new D(1, \"a\"); (d.X, d.Next(), d.S)",
        "struct V { public int X; public V(int x) { X = x; } public readonly int Twice => X * 2; public readonly int Thrice() => X * 3; public static V operator +(V a, V b) => new(a.X + b.X); public static V operator -(V a) { return new(-a.X); } } (-(new V(1) + new V(2))).X",
        "struct V { public int X; public static implicit operator V(int x) => new() { X = x }; public static explicit operator int(V v) => v.X; public static bool operator true(V v) => v.X > 0; public static bool operator false(V v) => v.X <= 0; } V v = 4; v ? (int)v : 0",
        "struct V { public int X; public static V operator checked +(V a, V b) => new() { X = checked(a.X + b.X) }; public static V operator +(V a, V b) => new() { X = a.X + b.X }; public void operator +=(int n) => X += n; public void operator ++() => X++; } var v = new V(); v += 3; v++; v.X",
        "ref struct S { public Span<int> Data; public int Sum() { var n = 0; foreach (var x in Data) n += x; return n; } public void Dispose() { } } int F() { using var s = new S { Data = new[] { 1, 2, 3 } }; return s.Sum(); } F()",
        "readonly ref struct S(ReadOnlySpan<char> s) { private readonly ReadOnlySpan<char> _s = s; public char First => _s[0]; } int F() => new S(\"ab\").First; F()",
        "interface IShape { double Area { get; } string Name() => \"shape\" + Area; static int Count() => 3; } class Sq : IShape { double IShape.Area => 4; } ((IShape)new Sq()).Name() + IShape.Count()",
        "class X : IEnumerable<int>, IDisposable { public IEnumerator<int> GetEnumerator() { yield return 1; yield return 2; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); void IDisposable.Dispose() { } } new X().Sum()",
        "interface IAdd<T> where T : IAdd<T> { static abstract T operator +(T a, T b); static virtual int Zero => 0; } struct N : IAdd<N> { public int V; public static N operator +(N a, N b) => new() { V = a.V + b.V }; } T Add<T>(T a, T b) where T : IAdd<T> => a + b; Add(new N { V = 1 }, new N { V = 2 }).V",
        "abstract class A { public abstract int F(); protected virtual int G() => 1; public int H() => F() + G(); } class B : A { public override int F() => 10; protected sealed override int G() { return base.G() + 1; } } new B().H()",
        "class G<T> where T : class, new() { public T Make() => new(); public class Inner<U> { public string Name => typeof(T).Name + typeof(U).Name; } } new G<object>.Inner<int>().Name",
        "enum Color { Red = 1, Green } delegate int Op(int a); Op op = a => a + (int)Color.Green; op(1)",
        "static class S { static int _n; public static int Next() => ++_n; public const int K = 4; } S.Next() + S.Next() + S.K",
        "partial class Q { partial void Hook(); public int F() { Hook(); return N; } int N; } partial class Q { partial void Hook() { N = 8; } } new Q().F()",
        "class D { public void Deconstruct(out int a, out int b) => (a, b) = (1, 2); } var (m, n) = new D(); m + n",
        "class W { public TaskAwaiter2 GetAwaiter() => new(); } class TaskAwaiter2 : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => true; public int GetResult() => 6; public void OnCompleted(Action a) => a(); } await new W()",
        "class Env { public static void Exit(int n) { } public static int Get() { Exit(3); return 1; } } class Environment { public static int Exit(int n) => n; } Environment.Exit(4) + Env.Get()",
        "[Obsolete(\"x\")] class At { [field: NonSerialized] public int P { get; set; } } typeof(At).GetCustomAttributes(false).Length > 0",
        "int Prop { get; set; } = 3; int Computed => Prop * 2; Prop = 5; Computed",
        "int Shared { get { return 4; } } Shared",
        "class Lazy1 { static readonly Lazy<int> L = new(() => int.Parse(\"3\")); public static int V => L.Value; Func<int, int> f = x => Math.Abs(x); public int G(int x) => f(x); } Lazy1.V + new Lazy1().G(-2)",
        "class Base1(Func<int> f) { public int V => f(); } class Derived1() : Base1(() => int.Parse(\"7\")); new Derived1().V",
    ];

    public static TheoryData<string> Records { get; } =
    [
        "record Point(int X, int Y); var p = new Point(1, 2) with { Y = 3 }; $\"{p} {p == new Point(1, 3)}\"",
        "record Node(string Name, Node Next = null); $\"{new Node(\"a\", new Node(\"b\"))} {new Node(\"a\") == new Node(\"a\")}\"",
        "sealed record S(List<int> L) { public int N => L.Count; } new S(new() { 1 }).N",
        "abstract record Shape(string Name) { public abstract double Area(); } sealed record Sq(string Name, double A) : Shape(Name) { public override double Area() => A * A; } Shape s = new Sq(\"q\", 2); $\"{s} {s.Area()} {s == new Sq(\"q\", 2)}\"",
        "record Box<T>(T Value) where T : class; record Pair<T, U>(T A, U B, object Tag) : Box<string>(\"x\"); $\"{new Pair<int, string>(1, \"b\", null)} {new Pair<int, string>(1, \"b\", null) == new Pair<int, string>(1, \"b\", null)}\"",
        "record struct RS(int X, string S) { public int Y { get; set; } = 3; } $\"{new RS(1, \"a\")} {new RS(1, \"a\") == new RS(1, \"a\")}\"",
        "readonly record struct RR(object O); new RR(\"a\").Equals(new RR(\"a\"))",
        "record C(object O) { protected virtual Type EqualityContract => typeof(C); } new C(1) == new C(1)",
        "record C(object O) { public virtual bool Equals(C other) => true; public override int GetHashCode() => 0; public override string ToString() => \"C!\"; } $\"{new C(1)} {new C(1) == new C(2)}\"",
        "record A(object X); record B(object X) : A(X); record C3(object X, int N) : B(X) { protected override bool PrintMembers(StringBuilder b) { b.Append(\"mine\"); return true; } } $\"{new C3(1, 2)} {new A(1) == new B(1)} {new B(1).Equals((A)new B(1))}\"",
        "partial record Pr(object X); partial record Pr { public object Y { get; init; } } $\"{new Pr(1) { Y = 2 }}\"",
        "record Empty; record Empty2 { } record Empty3(); $\"{new Empty()} {new Empty2()} {new Empty3() == new Empty3()}\"",
        "record class Rc(string[] Items) { public int Count { get; } = Items.Length; } new Rc([\"a\"]).Count",
        "class Outer { public record Inner(Outer O); public record Gen<T>(T V); } $\"{new Outer.Gen<string>(\"a\")}\"",
        "record @class(object @int); new @class(3).ToString()",
        "record D2(object X) { public D2() : this(4) { } public void Deconstruct(out int n) => n = 5; } new D2().X",
        "record Zed(object O); typeof(Zed).GetProperties(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance).Single().Name",
    ];

    public static TheoryData<string> Lambdas { get; } =
    [
        "Func<int, int> f = x => Math.Abs(x); Action<int> a = x => Math.Abs(x); a(1); f(-3)",
        "var f = (int x, int y = 2) => Math.Max(x, y); f(1)",
        "var f = static (int x) => x % 7 == 1; f(8)",
        "Func<Func<int>> f = () => () => int.Parse(\"4\"); f()()",
        "Func<int, Func<int, int>> add = x => y => Math.Abs(x) + Math.Abs(y); add(1)(-2)",
        "Func<Task<int>> f = async () => await Task.FromResult(3); await f()",
        "Func<Task> f = async () => await Task.Delay(int.Parse(\"1\")); await f(); 1",
        "Func<ValueTask<int>> f = async () => int.Parse(\"3\"); await f()",
        "Func<int, int> f = delegate (int x) { return x + 1; }; Action g = delegate { }; g(); f(1)",
        "Func<int> f = () => throw new InvalidOperationException(string.Concat(\"a\", \"b\")); try { f(); } catch (InvalidOperationException e) { f = () => e.Message.Length; } f()",
        "string Over(Func<int> f) => \"func\"; string Over(Action f) => \"action\"; Over(() => int.Parse(\"1\")) + Over(() => Console.Write(\"\"))",
        "string Over(Func<Task> f) => \"task\"; string Over(Func<Task<int>> f) => \"task of int\"; Over(async () => await Task.FromResult(1)) + Over(async () => await Task.Yield())",
        "string Over(Func<object> f) => \"object\"; string Over(Func<string> f) => \"string\"; Over(() => string.Concat(\"a\"))",
        "Func<object> f = () => true ? int.Parse(\"1\") : null; Func<long> g = () => int.Parse(\"2\"); Func<int?> h = () => false ? int.Parse(\"1\") : null; (f(), g(), h())",
        "System.Linq.Expressions.Expression<Func<int, int>> e = x => Math.Abs(x); e.ToString() + e.Compile()(-2)",
        "System.Linq.Expressions.LambdaExpression e = (int x) => Math.Abs(x); e.ToString()",
        "System.Linq.Expressions.Expression e = (int x) => x + 1; e.ToString()",
        "var q = new[] { 3, 1, 2 }.AsQueryable(); q.Where(x => Math.Abs(x) > 1).OrderBy(x => x).Select(x => new[] { x }.Count(y => y == Math.Abs(x))).Sum()",
        "var q = new[] { 3, 1, 2 }.AsQueryable(); (from x in q where new[] { 1, 2 }.Any(y => y == Math.Abs(x)) orderby x descending select new { x, N = new[] { x }.Count(y => y > Math.Abs(1)) }).ToList().Sum(a => a.x * 10 + a.N)",
        "var q = new[] { 3, 1, 2 }.AsQueryable(); (from x in q from y in q.Where(z => z > x) let s = new[] { x, y }.Sum(n => Math.Abs(n)) join k in new[] { 4, 5 } on s equals k into g group new { x, y } by g.Count(m => m > 0) into h select h.Key + h.Sum(p => p.x)).Sum(n => n)",
        "(from x in Enumerable.Range(1, 5) where x % 2 == 1 let y = x * x orderby y descending group y by y % 3 into g select g.Key * 100 + g.Sum(n => n)).Sum()",
        "(from string s in new object[] { \"a\", \"b\" } join t in new[] { \"a\" } on s equals t select s.ToUpper()).Single()",
        "var text = $\"{new[] { 1, 2 }.Sum(x => Math.Abs(x)):D3} {(Func<int>)(() => int.Parse(\"5\"))!:G} {1,5:N1}\"; text.Length > 0",
        "var raw = $$\"\"\"{ {{string.Concat(new[] { 1 }.Select(x => Math.Abs(x)))}} }\"\"\"; raw",
        "var v = $@\"{string.Join(\",\", new[] { 3 }.Select(x =>\n  Math.Abs(x)))}\"; v",
        "Func<dynamic, object> f = d => d.Length + Math.Abs(1); f(\"ab\")",
        "Action<dynamic> f = d => d.ToString(); f(1); 2",
        "var o = new { F = (Func<int, int>)(x => Math.Abs(x)) }; o.F(-6)",
        "Func<int, int> fib = null; fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2); fib(10)",
        "var counter = 0; Func<int> next = () => counter++; next(); next(); counter",
        "Func<int, (int, int)> f = x => (Math.Abs(x), x); f(-1)",
        "delegate ref int RefOf(int[] a); RefOf r = (int[] a) => ref a[Math.Abs(0)]; var arr = new[] { 1 }; r(arr) = 5; arr[0]",
        "delegate void Out1(out int x); Out1 o = (out int x) => x = int.Parse(\"3\"); o(out var got); got",
        "delegate int Sp(ReadOnlySpan<char> s); Sp sp = s => Math.Abs(s.Length); sp(\"abc\")",
        "Func<string, int> f = s => s?.Trim()?.Length ?? Math.Abs(-1); f(null)",
        "Action a = () => _ = int.Parse(\"1\"); Action b = () => new StringBuilder(string.Concat(\"a\")); a(); b(); 1",
        "var xs = new[] { 1 }; Array.ForEach(xs, x => xs[0] += Math.Abs(x)); xs[0]",
        "Predicate<int> p = x => x is > 3 and < 9 && Math.Abs(x) > 0; p(5)",
        "Func<int, string> f = x => x switch { 1 => string.Concat(\"one\"), _ => throw new Exception() }; f(1)",
        "Comparison<int> c = (x, y) => -x.CompareTo(y); var l = new List<int> { 1, 2 }; l.Sort(c); l[0]",
        "Lazy<int> lz = new(() => int.Parse(\"8\")); lz.Value",
        "Func<IAsyncEnumerable<int>> g = () => Gen(); async IAsyncEnumerable<int> Gen() { yield return 1; await Task.Yield(); } var n = 0; await foreach (var x in g()) n += x; n",
    ];

    public static TheoryData<string> Layout { get; } =
    [
        "#if DEBUG\nbroken {{\n#else\nint z = 4;\n#endif\nz",
        "#region a\nint F(int x)\n// comment\n=> // why\n    x // because\n    + 1 /* end */ ;\n#endregion\nF(2)",
        "#pragma warning disable CS0168\nint F() { int unused; return 3; }\nF()",
        "#nullable enable\nstring? s = null; s?.Length ?? 3",
        "/* a */ int /* b */ F /* c */ ( ) /* d */ => /* e */ 4 /* f */ ; F()",
        "Func<int, int> f = x => // doubled\n    Math.Abs(x) // here\n    * 2; f(3)",
        "while (true) // forever\n  break; // not\n5",
        "for (var i = 0; i < 2; i++)\n#if !X\n    Console.Write(\"\");\n#endif\n6",
        "int F()\r\n{\r\n    while (true)\r\n        return 7;\r\n}\r\nF()",
        "string s = \"\"\"\n    while (true) { }\n      x => Foo(x)\n    \"\"\"; s",
        "var s = @\"a\nfor(;;);\nb\"; s.Length",
        "// only a comment at the end\n3 // value",
        "int \\u0061b = 3; ab",
        "var 数 = 2; int 二倍(int х) => х * 2; 二倍(数)",
        "int x1 = 1; int x2 = 2; x1 + x2 // trailing\n/* and */",
        "\t\tint tabbed\t=\t3;\ttabbed",
        "System.Environment\n    .GetEnvironmentVariable(\n        \"NOT_THERE\") == null",
    ];
}
