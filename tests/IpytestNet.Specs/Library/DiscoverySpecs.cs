using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class DiscoverySpecs
{
    [Theory]
    [InlineData("[Fact] void Adds() { }", "Adds PASSED")]
    [InlineData("[Fact] public void Adds() { }", "Adds PASSED")]
    [InlineData("[Fact] private async Task Adds() => await Task.Yield();", "Adds PASSED")]
    [InlineData("[Fact] async ValueTask Adds() => await Task.Yield();", "Adds PASSED")]
    [InlineData("[Fact] static void Adds() { }", "Adds PASSED")]
    [InlineData("[Fact(DisplayName = \"it adds\")] void Adds() { }", "Adds PASSED")]
    [InlineData("void test_adds() { }", "test_adds PASSED")]
    [InlineData("public static void TestAdds() { }", "TestAdds PASSED")]
    [InlineData("async Task TestAdds() => await Task.Yield();", "TestAdds PASSED")]
    [InlineData("async ValueTask TestAdds() => await Task.Yield();", "TestAdds PASSED")]
    [InlineData("[Fact] async void Adds() => await Task.Yield();", "Adds FAILED")]
    [InlineData("async void TestAdds() => await Task.Yield();", "TestAdds ERROR")]
    [InlineData("void TestAdds(int n) { }", "TestAdds ERROR")]
    [InlineData("[Fact] void Adds(int n) { }", "Adds ERROR")]
    [InlineData("int TestAdds() => 1;", "")]
    [InlineData("async Task<int> TestAdds() { await Task.Yield(); return 1; }", "")]
    [InlineData("void TestAdds<T>() { }", "")]
    [InlineData("void Adds() { } int TestData = 3; class TestClass { public void TestMethod() { } }", "")]
    [InlineData("void teST() { } void _test() { }", "")]
    [InlineData("class Calc { [Fact] public void Adds() { } }", "Calc::Adds PASSED")]
    [InlineData("public class Calc { [Fact] public static void Adds() { } }", "Calc::Adds PASSED")]
    [InlineData("public class Calc { public class Inner { [Fact] public void Adds() { } } }", "Calc::Inner::Adds PASSED")]
    [InlineData("public abstract class Base { [Fact] public void Adds() { } } public class Calc : Base { }", "Calc::Adds PASSED")]
    [InlineData("public record CalcTests { [Fact] public void Adds() { } }", "CalcTests::Adds PASSED")]
    [InlineData("public static class Calc { [Fact] public static void Adds() { } }", "Calc::Adds PASSED")]
    public void Tests_are_found_among_the_definitions(string code, string results)
    {
        using var notebook = new LiveNotebook();

        Assert.Equal(results, notebook.Run("%%ipytest -v\n" + code).Results());
    }

    [Theory]
    [InlineData("[InlineData(1, \"a\")] [InlineData(2, null)]", "int n, string? s", "Rows(n: 1, s: \"a\") PASSED, Rows(n: 2, s: null) PASSED")]
    [InlineData("[InlineData(1)] [InlineData(1)]", "int n", "Rows(n: 1) PASSED, Rows(n: 1)#2 PASSED")]
    [InlineData("[InlineData(1, 2, 3)]", "params int[] n", "Rows(n: [1, 2, 3]) PASSED")]
    [InlineData("[InlineData(1)]", "int n, string s = \"x\"", "Rows(n: 1, s: \"x\") PASSED")]
    [InlineData("[InlineData(typeof(int), DayOfWeek.Monday, new[] { 1 })]", "Type t, DayOfWeek d, int[] a", "Rows(t: typeof(int), d: Monday, a: [1]) PASSED")]
    [InlineData("[MemberData(\"variable\")]", "int n", "Rows(n: 7) PASSED, Rows(n: 8) PASSED")]
    [InlineData("[MemberData(nameof(Property))]", "int n", "Rows(n: 5) PASSED, Rows(n: 6) PASSED")]
    [InlineData("[MemberData(nameof(Function))]", "int n", "Rows(n: 0) PASSED, Rows(n: 1) PASSED")]
    [InlineData("[MemberData(nameof(Counted), 3)]", "int n", "Rows(n: 0) PASSED, Rows(n: 1) PASSED, Rows(n: 2) PASSED")]
    [InlineData("[MemberData(nameof(Own))]", "int n", "Rows(n: 9) PASSED")]
    [InlineData("[MemberData(nameof(Typed))]", "int n, string s", "Rows(n: 1, s: \"one\") PASSED")]
    [InlineData("[MemberData(nameof(Later))]", "int n", "Rows(n: 4) PASSED")]
    [InlineData("[MemberData(\"Values\", MemberType = typeof(Holder))]", "int n", "Rows(n: 3) PASSED")]
    [InlineData("[MemberData(nameof(Objects))]", "Point p", "Rows(p: Point { X = 1 }) PASSED, Rows(p: Point { X = 2 }) PASSED")]
    [InlineData("[ClassData(typeof(Source))]", "int n", "Rows(n: 1) PASSED, Rows(n: 2) PASSED")]
    [InlineData("[Cells]", "int n", "Rows(n: 5) PASSED")]
    [InlineData("[InlineData(1), MemberData(nameof(Own))]", "int n", "Rows(n: 1) PASSED, Rows(n: 9) PASSED")]
    [InlineData("[MemberData(\"missing\")]", "int n", "Rows FAILED")]
    [InlineData("[MemberData(nameof(Throws))]", "int n", "Rows FAILED")]
    [InlineData("[MemberData(nameof(NoRows))]", "int n", "Rows FAILED")]
    [InlineData("[InlineData(\"text\")]", "int n", "Rows(n: \"text\") FAILED")]
    public void Theories_take_their_data_from_anywhere_in_the_notebook(string data, string parameters, string results)
    {
        using var notebook = new LiveNotebook().Given("""
            var variable = new List<object[]> { new object[] { 7 }, new object[] { 8 } };
            IEnumerable<object[]> Property => [[5], [6]];
            IEnumerable<object[]> Function() { yield return [0]; yield return [1]; }
            IEnumerable<object[]> Counted(int count) => Enumerable.Range(0, count).Select(n => new object[] { n });
            TheoryData<int, string> Typed = new() { { 1, "one" } };
            async Task<IEnumerable<object[]>> Later() { await Task.Yield(); return [[4]]; }
            class Holder { public static IEnumerable<object[]> Values => [[3]]; }
            record Point(int X);
            IEnumerable<object[]> Objects = [[new Point(1)], [new Point(2)]];
            class Source : IEnumerable<object[]>
            {
                public IEnumerator<object[]> GetEnumerator() { yield return [1]; yield return [2]; }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
            IEnumerable<object[]> Throws() => throw new InvalidOperationException("no data today");
            IEnumerable<object[]> NoRows = [];
            class Cells : Xunit.v3.DataAttribute
            {
                public override bool SupportsDiscoveryEnumeration() => true;
                public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(System.Reflection.MethodInfo method, Xunit.Sdk.DisposalTracker tracker) =>
                    new([new TheoryDataRow<int>(5)]);
            }
            """);

        var seen = notebook.Run($"%%ipytest -v\nIEnumerable<object[]> Own => [[9]];\n[Theory] {data} void Rows({parameters}) {{ }}");

        Assert.Equal(results, seen.Results());
    }

    [Fact]
    public void Rows_may_have_a_reason_to_skip_a_label_or_be_explicit()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("""
            %%ipytest -v
            IEnumerable<ITheoryDataRow> Data()
            {
                yield return new TheoryDataRow<int>(1) { Skip = "no one" };
                yield return new TheoryDataRow<int>(2) { Label = "two" };
                yield return new TheoryDataRow<int>(3) { Explicit = true };
            }
            [Theory, MemberData(nameof(Data))] void Rows(int n) { }
            """);

        Assert.Equal("Rows(n: 1) SKIPPED, Rows [two] PASSED", seen.Results());
        Assert.Contains("1 passed, 1 skipped, 1 deselected in", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_class_may_begin_and_end_asynchronously()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("""
            %%ipytest -v
            public class Slow : IAsyncLifetime
            {
                private int _value;
                public async ValueTask InitializeAsync() { await Task.Yield(); _value = 1; }
                public ValueTask DisposeAsync() => _value == 1 ? default : throw new Exception("not begun");
                [Fact] public void One() => Xunit.Assert.Equal(1, _value);
            }
            """);

        Assert.Equal("Slow::One PASSED", seen.Results());
    }

    [Fact]
    public void Theory_data_sees_the_newest_value_of_a_variable()
    {
        using var notebook = new LiveNotebook().Given(
            "List<object[]> data = [[1]];", "[Theory, MemberData(nameof(data))] void Rows(int n) { }", "data.Add([2]);");

        Assert.Equal("Rows(n: 1) PASSED, Rows(n: 2) PASSED", notebook.Run("Ipytest.Run(\"-v\");").Results());
        notebook.Given("data = [[3]];");
        Assert.Equal("Rows(n: 3) PASSED", notebook.Run("Ipytest.Run(\"-v\");").Results());
    }

    [Fact]
    public void Generic_theories_are_closed_over_their_data()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("""
            %%ipytest -v
            [Theory, InlineData(1), InlineData("a")] void Rows<T>(T value) => Xunit.Assert.NotNull(value);
            [Theory, MemberData(nameof(Pairs))] void Two<T>(T a, List<T> all) where T : IComparable<T> => Xunit.Assert.Contains(a, all);
            IEnumerable<object[]> Pairs() { yield return [1, new List<int> { 1 }]; }
            """);

        Assert.StartsWith("Rows<Int32>(value: 1) PASSED, Rows<String>(value: \"a\") PASSED, Two<Int32>(a: 1, all: [1]) PASSED", seen.Results(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Fact(Skip = \"later\")] void Skips() => throw new Exception();", "Skips SKIPPED (later)")]
    [InlineData("[Fact] void Skips() => Xunit.Assert.Skip(\"now\");", "Skips SKIPPED (now)")]
    [InlineData("void TestSkips() => Xunit.Assert.SkipWhen(true, \"now\");", "TestSkips SKIPPED (now)")]
    [InlineData("[Theory(Skip = \"all\"), InlineData(1)] void Skips(int n) { }", "Skips SKIPPED (all)")]
    [InlineData("[Theory, InlineData(1, Skip = \"row\")] void Skips(int n) { }", "Skips(n: 1) SKIPPED (row)")]
    public void A_skipped_test_tells_its_reason(string code, string line)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest -v\n" + code);

        Assert.Contains("Notebook.ipynb::" + line, seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 skipped in", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, seen.Run);
    }

    [Fact]
    public void Timeout_and_traits_are_those_of_xunit()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("""
            %%ipytest -v
            [Fact(Timeout = 50)] async Task Slow() => await Task.Delay(20_000);
            [Fact, Trait("speed", "quick")] void Fast() { }
            """);

        Assert.Equal("Slow FAILED, Fast PASSED", seen.Results());
        Assert.Contains("Test execution timed out after 50 milliseconds", seen.Text, StringComparison.Ordinal);
        Assert.Equal("Fast PASSED", notebook.Run("Ipytest.Run(\"-v -k quick\");").Results());
    }

    [Fact]
    public void Attributes_defined_in_a_cell_work_on_functions_and_in_classes()
    {
        using var notebook = new LiveNotebook().Given("""
            using System.Reflection;
            using Xunit.v3;
            static class Log { public static List<string> Lines = []; }
            class WeekdayFact : FactAttribute { public WeekdayFact() => Skip = "only on weekdays"; }
            class MyFact : FactAttribute { }
            class Traced(string name) : BeforeAfterTestAttribute
            {
                public int Level { get; set; }
                public override void Before(MethodInfo method, IXunitTest test) => Log.Lines.Add($"before {name}{Level} {method.Name}");
                public override void After(MethodInfo method, IXunitTest test) => Log.Lines.Add($"after {name}{Level} {method.Name}");
            }
            """);

        var seen = notebook.Run("""
            %%ipytest -v
            [WeekdayFact] void Never() { }
            [MyFact, Traced("t", Level = 2)] void Once() => Log.Lines.Add("once");
            public class Calc { [MyFact, Traced("c")] public void Adds() { } }
            """);

        Assert.Equal("Never SKIPPED, Once PASSED, Calc::Adds PASSED", seen.Results());
        Assert.Equal(
            "before t2 Once|once|after t2 Once|before c0 Adds|after c0 Adds",
            notebook.Run("Console.Write(string.Join('|', Log.Lines))").Text);
    }

    [Fact]
    public void Classes_have_their_fixtures_and_life_cycle()
    {
        using var notebook = new LiveNotebook().Given("static class Log { public static List<string> Lines = []; }");

        var seen = notebook.Run("""
            %%ipytest -v
            public class Db : IAsyncLifetime
            {
                public async ValueTask InitializeAsync() { await Task.Yield(); Log.Lines.Add("open"); }
                public async ValueTask DisposeAsync() { await Task.Yield(); Log.Lines.Add("close"); }
            }
            public class DbTests(Db db, ITestOutputHelper output) : IClassFixture<Db>, IDisposable
            {
                [Fact] public void One() { output.WriteLine("told by the helper"); Log.Lines.Add("one"); Xunit.Assert.NotNull(db); }
                [Fact] public void Two() { output.WriteLine("told by the helper"); Xunit.Assert.Fail("two"); }
                public void Dispose() => Log.Lines.Add("dispose");
            }
            """);

        Assert.Equal("DbTests::One PASSED, DbTests::Two FAILED", seen.Results());
        Assert.Contains("told by the helper", seen.Text, StringComparison.Ordinal);
        Assert.Equal("open|one|dispose|dispose|close", notebook.Run("Console.Write(string.Join('|', Log.Lines))").Text);
    }

    [Fact]
    public void Collections_share_a_fixture_over_classes_and_cells()
    {
        using var notebook = new LiveNotebook().Given(
            """
            public class Shared { public static int Made; public Shared() => Made++; }
            [CollectionDefinition("shared")] public class SharedCollection : ICollectionFixture<Shared> { }
            """,
            "[Collection(\"shared\")] public class OneTests(Shared shared) { [Fact] public void One() => Xunit.Assert.NotNull(shared); }",
            "[Collection(\"shared\")] public class TwoTests(Shared shared) { [Fact] public void Two() => Xunit.Assert.NotNull(shared); }");

        Assert.Equal("OneTests::One PASSED, TwoTests::Two PASSED", notebook.Run("Ipytest.Run(\"-v\");").Results());
        Assert.Equal("1", notebook.Run("Shared.Made").Value);
    }

    [Theory]
    [InlineData("public class Fix { public Fix() => throw new Exception(\"no db\"); } public class Db(Fix f) : IClassFixture<Fix> { [Fact] public void One() { } [Fact] public void Two() { } }", "no db")]
    [InlineData("public class Db { public Db() => throw new Exception(\"no db\"); [Fact] public void One() { } [Fact] public void Two() { } }", "no db")]
    [InlineData("public class Db(int missing) { [Fact] public void One() { } [Fact] public void Two() { } }", "missing")]
    public void A_fixture_that_fails_makes_each_test_of_the_class_bad(string code, string message)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest -v\n" + code);

        Assert.Equal("Db::One FAILED, Db::Two FAILED", seen.Results().Replace("ERROR", "FAILED", StringComparison.Ordinal));
        Assert.Contains(message, seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
    }

    [Fact]
    public void A_teardown_that_fails_is_an_error_beside_the_passed_test()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("""
            %%ipytest
            public class Fix : IDisposable { public void Dispose() => throw new Exception("cannot close"); }
            public class Db(Fix f) : IClassFixture<Fix> { [Fact] public void One() { } }
            """);

        Assert.Contains("1 passed, 1 error in", seen.Text, StringComparison.Ordinal);
        Assert.Contains("cannot close", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
    }

    [Fact]
    public void The_same_test_in_a_later_cell_replaces_the_earlier_one()
    {
        using var notebook = new LiveNotebook().Given(
            "[Fact] void Adds() => Assert(false); public class Calc { [Fact] public void Old() { } }",
            "[Fact] void Adds() { } public class Calc { [Fact] public void New() { } }");

        Assert.Equal("Adds PASSED, Calc::New PASSED", notebook.Run("Ipytest.Run(\"-v\");").Results());
    }

    [Fact]
    public void A_test_that_becomes_something_else_is_no_test_any_more()
    {
        using var notebook = new LiveNotebook().Given("void TestAdd() { } [Fact] void Adds() { }", "int TestAdd = 3; int Adds = 4;");

        Assert.Equal(ExitCode.NoTestsCollected, notebook.Run("Ipytest.Run();").Run);
    }

    [Fact]
    public void Kinds_of_tests_keep_the_order_of_their_definition_over_cells()
    {
        using var notebook = new LiveNotebook().Given(
            "void TestB() { } [Fact] void A() { } public class Z { [Fact] public void Y() { } [Fact] public void X() { } } [Fact] void E() { } void TestA() { }",
            "public class C { [Fact] public void D() { } } [Theory, InlineData(2), InlineData(1)] void Rows(int n) { } void test_last() { }");

        Assert.Equal(
            "TestB, A, Z::Y, Z::X, E, TestA, C::D, Rows(n: 2), Rows(n: 1), test_last",
            notebook.Run("Ipytest.Run(\"--collect-only -q\");").Listed());
        Assert.Equal(
            "TestB PASSED, A PASSED, Z::Y PASSED, Z::X PASSED, E PASSED, TestA PASSED, C::D PASSED, Rows(n: 2) PASSED, Rows(n: 1) PASSED, test_last PASSED",
            notebook.Run("Ipytest.Run(\"-v\");").Results());
    }

    [Fact]
    public void A_function_named_as_a_test_that_cannot_be_one_is_told()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest\nbool TestFlag() => false; void TestAny<T>() { } IEnumerable<object[]> TestData() => []; void TestGood() { }");

        Assert.Contains("TestFlag of In[1] is not taken for a test, because it returns bool.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("TestAny of In[1] is not taken for a test, because it is generic.", seen.Text, StringComparison.Ordinal);
        Assert.EndsWith("1 passed, 2 warnings in", seen.Text[..(seen.Text.LastIndexOf(" in ", StringComparison.Ordinal) + 3)].TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_that_throws_fails_its_test_alone()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest -v\nclass EvilAttribute : Attribute { public EvilAttribute() => throw new Exception(); } [Fact, Evil] void Bad() { } [Fact] void Good() { }");

        Assert.Null(seen.Error);
        Assert.Contains("Notebook.ipynb::Good PASSED", seen.Text, StringComparison.Ordinal);
    }
}
