using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class FixtureSpecs
{
    [Theory]
    [InlineData("[Fixture] int number() => 42;")]
    [InlineData("[Fixture] int Number() => 42;")]
    [InlineData("[Fixture] static int Number() => 42;")]
    [InlineData("[Fixture(Name = \"number\")] int Make() => 42;")]
    [InlineData("[Fixture] async Task<int> Number() { await Task.Yield(); return 42; }")]
    [InlineData("[Fixture] Task<int> Number() => Task.FromResult(42);")]
    [InlineData("[Fixture] async ValueTask<int> Number() { await Task.Yield(); return 42; }")]
    [InlineData("[Fixture] IEnumerable<int> Number() { yield return 42; }")]
    [InlineData("[Fixture] async IAsyncEnumerable<int> Number() { await Task.Yield(); yield return 42; }")]
    [InlineData("[Fixture] object Number() => 42;")]
    [InlineData("[Fixture] int Half() => 21; [Fixture] int Number(int half) => 2 * half;")]
    [InlineData("int half = 21; [Fixture] int Number() => 2 * half;")]
    [InlineData("[Fixture] int Number(int factor = 2) => 21 * factor;")]
    [InlineData("[Fixture] int Number() => 1; [Fixture] int number() => 42;")]
    [InlineData("[Fixture(FixtureScope.Class)] int Number() => 42;")]
    [InlineData("[Fixture(FixtureScope.Module)] int Number() => 42;")]
    [InlineData("[Fixture(FixtureScope.Session)] int Number() => 42;")]
    [InlineData("[Fixture(Scope = FixtureScope.Session)] int Number() => 42;")]
    public void The_value_of_a_fixture_reaches_tests_that_have_a_parameter_of_its_name(string fixture)
    {
        using var notebook = new LiveNotebook().Given(fixture);

        var seen = notebook.Run("""
            %%ipytest -v
            void TestPlain(int number) => Assert(number == 42);
            async Task TestAsync(int number) { await Task.Yield(); Assert(number == 42); }
            [Fact] void Adds(int number) => Assert(number == 42);
            [Fact] async Task Later(int Number) { await Task.Yield(); Assert(Number == 42); }
            """);

        Assert.Equal("TestPlain PASSED, TestAsync PASSED, Adds PASSED, Later PASSED", seen.Results());
    }

    [Theory]
    [InlineData("[Theory, InlineData(1), InlineData(2)] void Rows(int n, int number)", "Rows(n: 1) PASSED, Rows(n: 2) PASSED")]
    [InlineData("[Theory, InlineData(1, 42)] void Rows(int n, int number)", "Rows(n: 1, number: 42) PASSED")]
    [InlineData("[Theory, MemberData(nameof(One))] void Rows(int n, int number)", "Rows(n: 1) PASSED")]
    [InlineData("[Theory, MemberData(nameof(Two))] void Rows(string output, int number)", "Rows(output: \"a\") PASSED, Rows(output: \"b\") PASSED")]
    [InlineData("[Theory, InlineData(1)] void Rows<T>(T n, int number)", "Rows<Int32>(n: 1) PASSED")]
    [InlineData("[Theory, InlineData(1)] async Task Rows(int n, DirectoryInfo tmpPath, int number)", "Rows(n: 1) PASSED")]
    public void Data_of_a_theory_fills_from_the_left_and_fixtures_take_the_rest(string signature, string results)
    {
        using var notebook = new LiveNotebook().Given("""
            [Fixture] int Number() => 42;
            IEnumerable<object[]> One = [[1]];
            IEnumerable<object[]> Two = [["a"], ["b"]];
            """);

        Assert.Equal(results, notebook.Run($"%%ipytest -v\n{signature} {{ Assert(number == 42); }}").Results());
    }

    [Fact]
    public void A_fixture_is_torn_down_after_its_test_in_reverse_order()
    {
        using var notebook = new LiveNotebook().Given("""
            var log = new List<string>();
            class Disposable(string name, List<string> log) : IDisposable { public void Dispose() => log.Add($"-{name}"); }
            class Later(List<string> log) : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Yield(); log.Add("-later"); } }
            [Fixture] IEnumerable<int> First() { log.Add("first"); yield return 1; log.Add("-first"); }
            [Fixture] Disposable Second(int first) { log.Add("second"); return new("second", log); }
            [Fixture] Later Third() { log.Add("third"); return new(log); }
            [Fixture] async IAsyncEnumerable<int> Fourth() { log.Add("fourth"); yield return 4; await Task.Yield(); log.Add("-fourth"); }
            """);

        notebook.Given("%%ipytest\nvoid TestA(Disposable second, Later third, int fourth) => log.Add(\"test\");");

        Assert.Equal("first second third fourth test -fourth -later -second -first", Log(notebook));
    }

    [Theory]
    [InlineData("Function", "+ a - + b - + c -")]
    [InlineData("Class", "+ a - + b - + c -")]
    [InlineData("Module", "+ a b c -")]
    [InlineData("Session", "+ a b c -")]
    public void A_scope_says_how_long_the_value_lives(string scope, string expected)
    {
        using var notebook = new LiveNotebook().Given($$"""
            var log = new List<string>();
            [Fixture(FixtureScope.{{scope}})] IEnumerable<int> Number() { log.Add("+"); yield return 1; log.Add("-"); }
            """);

        notebook.Given("%%ipytest\nvoid TestA(int number) => log.Add(\"a\");\n[Fact] void B(int number) => log.Add(\"b\");\nvoid TestC(int number) => log.Add(\"c\");");

        Assert.Equal(expected, Log(notebook));
    }

    [Fact]
    public void What_lives_longer_is_set_up_first_and_every_run_begins_anew()
    {
        using var notebook = new LiveNotebook().Given("""
            var log = new List<string>();
            [Fixture] IEnumerable<int> Narrow() { log.Add("narrow"); yield return 1; }
            [Fixture(FixtureScope.Session)] IEnumerable<int> Wide() { log.Add("wide"); yield return 1; log.Add("-wide"); }
            """);

        notebook.Given("%%ipytest\nvoid TestA(int narrow, int wide) { }", "Ipytest.Run();");

        Assert.Equal("wide narrow -wide wide narrow -wide", Log(notebook));
    }

    [Theory]
    [InlineData("[Fact] void A() => Assert(1 == 2);", ExitCode.TestsFailed)]
    [InlineData("void TestA() => throw new Exception();", ExitCode.TestsFailed)]
    [InlineData("void TestA(int broken) { }", ExitCode.TestsFailed)]
    [InlineData("void TestA() { Assert.Skip(\"today\"); }", ExitCode.Ok)]
    public void Teardown_runs_however_the_test_ends(string test, ExitCode exitCode)
    {
        using var notebook = new LiveNotebook().Given("""
            var log = new List<string>();
            [Fixture(AutoUse = true)] IEnumerable<object?> Always() { log.Add("+"); yield return null; log.Add("-"); }
            [Fixture] int Broken() => throw new InvalidOperationException("no");
            """);

        var seen = notebook.Run("%%ipytest -x\n" + test);

        Assert.Equal(exitCode, seen.Run);
        Assert.Equal("+ -", Log(notebook));
    }

    [Fact]
    public void With_autouse_every_function_has_the_fixture_and_may_still_name_it()
    {
        using var notebook = new LiveNotebook().Given("""
            var log = new List<string>();
            [Fixture(AutoUse = true)] void Prepare() => log.Add("prepared");
            [Fixture(AutoUse = true)] async Task<int> Number() { await Task.Yield(); return 1; }
            """);

        notebook.Given("%%ipytest\nvoid TestA(int number) => log.Add($\"{number}\");\n[Fact] void B() => log.Add(\"b\");");

        Assert.Equal("prepared 1 prepared b", Log(notebook));
    }

    [Theory]
    [InlineData("Params = new object[] { 1, 2 }", "int param", "1", "2")]
    [InlineData("Params = [\"a\", \"b\"]", "string param", "\"a\"", "\"b\"")]
    [InlineData("Params = [1, 2]", "long param", "1", "2")]
    [InlineData("Params = [null, 2]", "int? param", "null", "2")]
    [InlineData("Params = [1, 2]", "FixtureRequest request", "1", "2")]
    [InlineData("Params = [typeof(int), DayOfWeek.Monday]", "object param", "typeof(int)", "Monday")]
    [InlineData("ParamsFrom = nameof(Values)", "double param", "0.5", "1.5")]
    [InlineData("ParamsFrom = nameof(Made)", "double param", "0.5", "1.5")]
    public void A_parametrised_fixture_makes_a_test_of_each_value(string attribute, string parameter, string first, string second)
    {
        using var notebook = new LiveNotebook().Given($$"""
            double[] Values = [0.5, 1.5];
            IEnumerable<double> Made() => Values;
            [Fixture({{attribute}})] object? Number({{parameter}}) => 1;
            """);

        var seen = notebook.Run("%%ipytest -v\nvoid TestA(int number) { }\n[Theory, InlineData(7)] void Rows(int n, int number) { }");

        Assert.Equal(
            $"TestA(number: {first}) PASSED, TestA(number: {second}) PASSED, Rows(n: 7, number: {first}) PASSED, Rows(n: 7, number: {second}) PASSED",
            seen.Results());
    }

    [Fact]
    public void A_test_with_a_parametrised_fixture_can_be_selected_by_its_value()
    {
        using var notebook = new LiveNotebook().Given("[Fixture(Params = [1, 2])] int Number(int param) => param;", "void TestA(int number) => Assert(number == 2);");

        var seen = notebook.Run("Ipytest.Run(\"-v\", \"{MODULE}::TestA(number: 2)\")");

        Assert.Equal("TestA(number: 2) PASSED", seen.Results());
    }

    [Fact]
    public void Two_parametrised_fixtures_make_all_pairs_and_one_in_the_middle_reaches_the_test()
    {
        using var notebook = new LiveNotebook().Given("""
            [Fixture(Params = [1, 2])] int Digit(int param) => param;
            [Fixture(Params = ["a", "b"])] string Letter(string param) => param;
            [Fixture] string Pair(int digit, string letter) => $"{digit}{letter}";
            """);

        var seen = notebook.Run("%%ipytest -v\nvoid TestA(string pair) => Assert(pair != \"2a\");");

        Assert.Equal(
            "TestA(digit: 1, letter: \"a\") PASSED, TestA(digit: 1, letter: \"b\") PASSED, TestA(digit: 2, letter: \"a\") FAILED, TestA(digit: 2, letter: \"b\") PASSED",
            seen.Results());
    }

    [Fact]
    public void Tests_that_share_a_value_of_a_wide_fixture_run_together()
    {
        using var notebook = new LiveNotebook().Given("""
            var log = new List<string>();
            [Fixture(FixtureScope.Module, Params = ["x", "y"])] IEnumerable<string> Server(string param) { log.Add($"+{param}"); yield return param; log.Add($"-{param}"); }
            """);

        var seen = notebook.Run("%%ipytest -v\nvoid TestA(string server) { }\nvoid TestB() { }\nvoid TestC(string server) { }");

        Assert.Equal("TestA(server: \"x\") PASSED, TestC(server: \"x\") PASSED, TestA(server: \"y\") PASSED, TestC(server: \"y\") PASSED, TestB PASSED", seen.Results());
        Assert.Equal("+x -x +y -y", Log(notebook));
    }

    [Theory]
    [InlineData("void TestA(int nothing) { }", "ERROR at setup of TestA", "fixture 'nothing' not found, which TestA has as a parameter", "available fixtures: cancellationToken, capsys, environment, Number, output, tmpPath, tmpPathFactory")]
    [InlineData("[Fact] void A(int nothing) { }", "ERROR at setup of A", "fixture 'nothing' not found", "In[2]:2: FixtureException")]
    [InlineData("[Theory, InlineData(1)] void A(int n, int nothing) { }", "ERROR at setup of A(n: 1)", "fixture 'nothing' not found", "use --fixtures")]
    [InlineData("[Fixture] int Other(int nothing) => 1;\nvoid TestA(int other) { }", "ERROR at setup of TestA", "fixture 'nothing' not found, which the fixture 'Other' has as a parameter", "In[2]:2: FixtureException")]
    [InlineData("[Fixture] int A(int b) => 1; [Fixture] int B(int a) => 1;\nvoid TestA(int a) { }", "ERROR at setup of TestA", "recursive dependency involving fixture 'A' detected: A -> B -> A", "In[2]:2")]
    [InlineData("[Fixture] int A(int a) => 1;\nvoid TestA(int a) { }", "ERROR at setup of TestA", "fixture 'a' not found, which the fixture 'A' has as a parameter", "In[2]:2")]
    [InlineData("[Fixture(FixtureScope.Session)] int Wide(int number) => 1;\nvoid TestA(int wide) { }", "ERROR at setup of TestA", "ScopeMismatch: the session scoped fixture 'Wide' needs the function scoped fixture 'Number' of In[1]:1, which does not live as long", "In[2]:2")]
    [InlineData("void TestA(string number) { }", "ERROR at setup of TestA", "fixture 'Number' of In[1]:1 gives a value of type int, but the parameter 'number' of TestA is of type string", "In[2]:2")]
    [InlineData("[Fact] void A(string number) { }", "ERROR at setup of A", "gives a value of type int, but the parameter 'number' of A is of type string", "In[2]:2")]
    [InlineData("[Fixture] int Other(string number) => 1;\nvoid TestA(int other) { }", "ERROR at setup of TestA", "but the parameter 'number' of the fixture 'Other' is of type string", "In[2]:2")]
    [InlineData("[Fixture] string? Nobody() => null;\nvoid TestA(int nobody) { }", "ERROR at setup of TestA", "fixture 'Nobody' of In[2]:2 gives null, but the parameter 'nobody' of TestA is of type int", "In[2]:3")]
    [InlineData("[Fixture] int Broken()\n{\n    throw new InvalidOperationException(\"not today\");\n}\nvoid TestA(int broken) { }", "ERROR at setup of TestA", "while setting up the fixture 'Broken' of In[2]:2", "In[2]:4: InvalidOperationException")]
    [InlineData("[Fixture] IEnumerable<int> Broken()\n{\n    yield return 1;\n    throw new InvalidOperationException(\"not today\");\n}\nvoid TestA(int broken) { }", "ERROR at teardown of TestA", "while tearing down the fixture 'Broken' of In[2]:2", "In[2]:5: InvalidOperationException")]
    [InlineData("[Fixture] IEnumerable<int> Two() { yield return 1; yield return 2; }\nvoid TestA(int two) { }", "ERROR at teardown of TestA", "The fixture function has more than one yield return", "In[2]:2")]
    [InlineData("[Fixture] IEnumerable<int> None() { yield break; }\nvoid TestA(int none) { }", "ERROR at setup of TestA", "The fixture function ended without a yield return", "In[2]:2")]
    [InlineData("[Fixture] async void Later() => await Task.Yield();\nvoid TestA(object later) { }", "ERROR at setup of TestA", "fixture 'Later' cannot be used: it is 'async void', so its end cannot be awaited; make it 'async Task'", "In[2]:2")]
    [InlineData("[Fixture] int Other(int param) => 1;\nvoid TestA(int other) { }", "ERROR at setup of TestA", "it has a parameter 'param', but no values for it; write [Fixture(Params = new object[] { … })]", "In[2]:2")]
    [InlineData("[Fixture(Params = [\"x\"])] int Other(int param) => param;\nvoid TestA(int other) { }", "ERROR at setup of TestA(other: \"x\")", "gives a value of type string, but the parameter 'param' of the fixture 'Other' is of type int", "In[2]:2")]
    [InlineData("[Fixture(ParamsFrom = \"missing\")] int Other(int param) => param;\nvoid TestA(int number, int other) { }", "ERROR at setup of TestA", "ParamsFrom: 'missing' could not be read", "the notebook defines no 'missing'")]
    public void What_is_wrong_with_a_fixture_is_an_error_of_the_test_with_fixture_and_line(string code, string heading, string message, string more)
    {
        using var notebook = new LiveNotebook().Given("[Fixture] int Number() => 42;");

        var seen = notebook.Run("%%ipytest\n" + code);

        Assert.Contains(heading, seen.Text, StringComparison.Ordinal);
        Assert.Contains(message, seen.Text, StringComparison.Ordinal);
        Assert.Contains(more, seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 error in", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
    }

    [Fact]
    public void A_parametrised_fixture_without_values_skips_its_tests()
    {
        using var notebook = new LiveNotebook().Given("List<int> Values = [];", "[Fixture(ParamsFrom = \"Values\")] int Number(int param) => param;");

        Assert.Contains("TestA SKIPPED (got empty parameter set for (number))", notebook.Run("%%ipytest -v\nvoid TestA(int number) { }").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_finalizer_is_called_whatever_the_others_do()
    {
        using var notebook = new LiveNotebook().Given("""
            var log = new List<string>();
            [Fixture] int One(FixtureRequest request)
            {
                request.AddFinalizer(() => log.Add("first"));
                request.AddFinalizer(() => throw new InvalidOperationException("second"));
                request.AddFinalizer(() => log.Add("third"));
                return 1;
            }
            """);

        var seen = notebook.Run("%%ipytest\nvoid TestA(int one, FixtureRequest request) => request.AddFinalizer(() => log.Add(\"own\"));");

        Assert.Equal("own third first", Log(notebook));
        Assert.Contains("1 passed, 1 error", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fixture_that_skips_skips_its_tests()
    {
        using var notebook = new LiveNotebook().Given("[Fixture] int Server() { Assert.Skip(\"no server here\"); return 1; }");

        var seen = notebook.Run("%%ipytest -v\nvoid TestA(int server) { }\n[Fact] void B(int server) { }");

        Assert.Equal("TestA SKIPPED, B SKIPPED", seen.Results());
        Assert.Contains("TestA SKIPPED (no server here)", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_another_fixture_owns_is_disposed_of_once()
    {
        using var notebook = new LiveNotebook().Given("""
            var log = new List<string>();
            class Owned(List<string> log) : IDisposable { public void Dispose() => log.Add("disposed"); }
            [Fixture] Owned One() => new(log);
            [Fixture] Owned Same(Owned one) => one;
            """);

        notebook.Given("%%ipytest\nvoid TestA(Owned same) { }");

        Assert.Equal("disposed", Log(notebook));
    }

    [Fact]
    public void A_fixture_defined_again_is_used_by_tests_of_earlier_cells()
    {
        using var notebook = new LiveNotebook().Given("[Fixture] int Number() => 1;", "void TestA(int number) => Assert(number == 2);", "[Fixture] int Number() => 2;");

        Assert.Equal("TestA PASSED", notebook.Run("Ipytest.Run(\"-v\");").Results());
    }

    [Fact]
    public void A_fixture_sees_the_newest_of_what_it_calls()
    {
        using var notebook = new LiveNotebook().Given("int Make() => 1;", "[Fixture] int Number() => Make();", "void TestA(int number) => Assert(number == 2);", "int Make() => 2;");

        Assert.Equal("TestA PASSED", notebook.Run("Ipytest.Run(\"-v\");").Results());
    }

    [Fact]
    public void Fixtures_stay_when_the_tests_of_earlier_cells_are_forgotten()
    {
        using var notebook = new LiveNotebook().Given("%%ipytest\n[Fixture] int Number() => 42;\nvoid TestA(int number) { }");

        Assert.Equal("TestB PASSED", notebook.Run("%%ipytest -v\nvoid TestB(int number) { }").Results());
    }

    [Fact]
    public void A_fixture_named_like_a_test_is_none()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest -v\n[Fixture] void TestSetup() { }\n[Fixture] int TestNumber() => 3;\nvoid TestA(int testNumber) { }");

        Assert.Equal("TestA PASSED", seen.Results());
        Assert.DoesNotContain("warning", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_have_fixtures_of_xunit_alone()
    {
        using var notebook = new LiveNotebook().Given("""
            var log = new List<string>();
            [Fixture(AutoUse = true)] void Prepare() => log.Add("prepared");
            public class Server { public int Port => 80; }
            """);

        var seen = notebook.Run("%%ipytest -v\npublic class WebTests(Server server) : IClassFixture<Server> { [Fact] public void Port() => Assert.Equal(80, server.Port); }");

        Assert.Equal("WebTests::Port PASSED", seen.Results());
        Assert.Equal("", Log(notebook));
    }

    private static string Log(LiveNotebook notebook) => notebook.Run("string.Join(' ', log)").Value!.Trim('"');
}
