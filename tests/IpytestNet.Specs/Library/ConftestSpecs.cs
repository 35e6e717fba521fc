using System.Text.RegularExpressions;
using IpytestNet.Kernel;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Library;

public sealed partial class ConftestSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Fixtures_and_types_of_a_conftest_beside_the_notebook_and_above_it_are_there()
    {
        _folder.Write("conftest.csx", "class Db { public string Name = \"\"; }\n[Fixture] Db Database() => new() { Name = \"outer\" };\n[Fixture] string Greeting() => \"hello\";");
        _folder.Write("sub/conftest.csx", "[Fixture] string Greeting(string greeting) => greeting + \" world\";");
        using var notebook = InSub();

        var seen = notebook.Run("%%ipytest -v\nvoid TestA(Db database, string greeting) { Assert(database.Name == \"outer\"); Assert(greeting == \"hello world\"); }");

        Assert.Equal("TestA PASSED", seen.Results());
    }

    [Fact]
    public void A_fixture_of_the_notebook_takes_the_place_of_one_of_a_conftest_and_may_use_it()
    {
        _folder.Write("sub/conftest.csx", "[Fixture] int Number() => 40;");
        using var notebook = InSub();

        var seen = notebook.Given("[Fixture] int Number(int number) => number + 2;").Run("%%ipytest -v\nvoid TestA(int number) => Assert(number == 42);");

        Assert.Equal("TestA PASSED", seen.Results());
    }

    [Fact]
    public void A_conftest_is_read_again_when_it_changes()
    {
        _folder.Write("sub/conftest.csx", "[Fixture] int Number() => 1;");
        using var notebook = InSub().Given("%%ipytest\nvoid TestA(int number) => Assert(number == 1);");
        _folder.Write("sub/conftest.csx", "[Fixture] int Number() => 2;\n[Fixture] int Other() => 3;");

        var seen = notebook.Run("%%ipytest -v\nvoid TestA(int number, int other) => Assert(number + other == 5);");

        Assert.Equal("TestA PASSED", seen.Results());
    }

    [Fact]
    public void What_a_conftest_defines_is_no_part_of_the_notebook()
    {
        _folder.Write("sub/conftest.csx", "void TestNever() { }\n[Fact] void Never() { }\nint shared = 1;\n[Fixture] int Number() => shared;");
        using var notebook = InSub().Given("%%ipytest\nvoid TestA(int number) => Assert(number == 1);");

        Assert.Equal("[\"TestA\"]", notebook.Run("Ipytest.Notebook.Names").Value);
        Assert.Equal("TestA PASSED", notebook.Run("Ipytest.Run(\"-v\");").Results());
    }

    [Theory]
    [InlineData("[Fixture] int Number() => missing;", "error CS0103: The name 'missing' does not exist in the current context")]
    [InlineData("throw new InvalidOperationException(\"no way\");", "InvalidOperationException: no way")]
    public void A_conftest_that_does_not_load_is_told_and_no_test_runs(string text, string problem)
    {
        var path = _folder.Write("sub/conftest.csx", text);
        using var notebook = InSub();

        var first = notebook.Run("void TestA() { }");
        var seen = notebook.Run("Ipytest.Run();");

        Assert.Contains($"while loading conftest '{path}': ", first.ErrorText, StringComparison.Ordinal);
        Assert.Contains(problem, seen.ErrorText, StringComparison.Ordinal);
        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Null(first.Error);
    }

    [Fact]
    public void A_mended_conftest_is_loaded_at_the_next_run()
    {
        _folder.Write("sub/conftest.csx", "[Fixture] int Number() => missing;");
        using var notebook = InSub();
        notebook.Run("void TestA(int number) { }");
        _folder.Write("sub/conftest.csx", "[Fixture] int Number() => 1;");

        Assert.Equal("TestA PASSED", notebook.Run("Ipytest.Run(\"-v\");").Results());
    }

    [Fact]
    public void A_file_that_a_cell_loads_gives_fixtures_and_hooks()
    {
        _folder.Write("sub/shared.csx", Hooks + "\n[Fixture] int Number() => 1;");
        using var notebook = InSub().Given("#load \"shared.csx\"");

        var seen = notebook.Run("%%ipytest -v\nvoid TestA(int number) { }\nvoid TestB() { }");

        Assert.Equal("TestB PASSED, TestA PASSED", seen.Results());
        Assert.Contains("hooks: on", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_class_in_a_conftest_takes_part_in_every_run()
    {
        _folder.Write("conftest.csx", Hooks);
        using var notebook = InSub();

        var seen = notebook.Run("%%ipytest -v\nvoid TestA() { }\nvoid TestB() { }");

        Assert.Equal("TestB PASSED, TestA PASSED", seen.Results());
        Assert.Contains("2 tests were turned round", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixtures_are_listed_with_scope_place_and_summary()
    {
        _folder.Write("sub/conftest.csx", "/// <summary>The <see cref=\"Db\"/> of all tests.</summary>\n[Fixture(FixtureScope.Session)] object Database() => 1;");
        using var notebook = InSub().Given("""
            /// <summary>
            /// A number, and
            /// no other.
            /// </summary>
            [Fixture(AutoUse = true)] int Number() => 1;
            [Fixture] int _hidden() => 1;
            """);

        var seen = notebook.Run("Ipytest.Run(\"--fixtures\")");

        ApprovedText.Verify(Bars().Replace(seen.Text.Replace(_folder.Root, "/home/ada", StringComparison.Ordinal), "---"));
        Assert.Equal("ExitCode.Ok", seen.Value);
    }

    public void Dispose() => _folder.Dispose();

    private const string Hooks = """
        using IpytestNet.Execution;
        using IpytestNet.Plugins;
        class Turn : IPlugin
        {
            private int _tests;
            public IEnumerable<string> ReportHeader() => ["hooks: on"];
            public IReadOnlyList<TestCase> ModifyItems(IReadOnlyList<TestCase> tests) { _tests = tests.Count; return [.. tests.Reverse()]; }
            public IEnumerable<string> TerminalSummary() => [$"{_tests} tests were turned round"];
        }
        """;

    // Their length depends on that of the folder's name.
    [GeneratedRegex("-{3,}")]
    private static partial Regex Bars();

    private LiveNotebook InSub()
    {
        Directory.CreateDirectory(_folder.PathOf("sub"));
        return new LiveNotebook(new NotebookOptions { Name = "Notebook.ipynb", WorkingDirectory = _folder.PathOf("sub") });
    }
}
