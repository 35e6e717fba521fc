using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class CleanSpecs
{
    [Fact]
    public void Clean_forgets_what_the_pattern_matches_with_case()
    {
        using var notebook = new LiveNotebook().Given("""
            void test() { } void test_clean() { } void Test() { } class TestClass { } class Test_Class { } int test_data = 1; int tests, Testament;
            void teST() { } class TEst_Class { } void _test_clean() { } class _Test_Class { } int other = 2; void Attest() { }
            """);

        notebook.Given("Ipytest.Clean();");

        Assert.Equal("teST TEst_Class _test_clean _Test_Class Attest other", Names(notebook));
    }

    [Theory]
    [InlineData("\"Test_*\"", "TestB Other Test1 Test2")]
    [InlineData("\"Test?\"", "Test_A Other")]
    [InlineData("\"Test[0-9]\"", "Test_A TestB Other")]
    [InlineData("\"Test[!0-9]\"", "Test_A Other Test1 Test2")]
    [InlineData("\"test*\"", "Test_A TestB Other Test1 Test2")]
    [InlineData("\"*\"", "")]
    [InlineData("\"*e*\"", "")]
    [InlineData("\"Test1\"", "Test_A TestB Other Test2")]
    [InlineData("false", "Test_A TestB Other Test1 Test2")]
    [InlineData("", "Other")]
    [InlineData("Setting.Default", "Other")]
    [InlineData("module: Ipytest.Notebook", "Other")]
    public void Clean_takes_a_glob(string pattern, string left)
    {
        using var notebook = new LiveNotebook().Given("void Test_A() { } void TestB() { } void Other() { } void Test1() { } void Test2() { }");

        notebook.Given($"Ipytest.Clean({pattern});");

        Assert.Equal(left, Names(notebook));
    }

    [Fact]
    public void The_default_pattern_forgets_every_test_by_attribute_and_no_other_pattern_does()
    {
        using var notebook = new LiveNotebook().Given(
            "[Fact] void Adds() { } [Theory, InlineData(1)] void Rows(int n) { } public class Calc { [Fact] public void Mul() { } } "
            + "class Outer { public class Inner { [Fact] public void Nested() { } } } class Plain { } void Helper() { }");

        notebook.Given("Ipytest.Clean(\"Test*\");");
        Assert.Equal("Adds Rows Calc Outer Plain Helper", Names(notebook));

        notebook.Given("Ipytest.Clean();");
        Assert.Equal("Plain Helper", Names(notebook));
        Assert.Equal(ExitCode.NoTestsCollected, notebook.Run("Ipytest.Run();").Run);
    }

    [Fact]
    public void A_cleaned_name_is_gone_from_the_notebook_though_later_cells_can_use_it()
    {
        using var notebook = new LiveNotebook().Given("int TestAdd() => 3;", "Ipytest.Clean();");

        Assert.Equal("false", notebook.Run("Ipytest.Notebook.Contains(\"TestAdd\")").Value, ignoreCase: true);
        Assert.Equal("3", notebook.Run("TestAdd()").Value);
    }

    [Fact]
    public void Under_the_magic_only_the_tests_of_the_cell_run()
    {
        using var notebook = new LiveNotebook();

        Assert.Equal("TestAdd PASSED", notebook.Run("%%ipytest -v\nvoid TestAdd() { }").Results());
        Assert.Equal("TestAdds PASSED", notebook.Run("%%ipytest -v\nvoid TestAdds() { }").Results());
        Assert.Equal("TestAdds PASSED", notebook.Run("Ipytest.Run(\"-v\");").Results());
    }

    [Theory]
    [InlineData("[Fact] void Adds() { }", "[Fact] void Sums() { }", "Sums PASSED")]
    [InlineData("public class Old { [Fact] public void Adds() { } }", "public class New { [Fact] public void Sums() { } }", "New::Sums PASSED")]
    [InlineData("void test_old() { }", "[Fact] void Sums() { }", "Sums PASSED")]
    public void A_renamed_test_is_not_run_again(string before, string after, string results)
    {
        using var notebook = new LiveNotebook().Given("%%ipytest\n" + before);

        Assert.Equal(results, notebook.Run("%%ipytest -v\n" + after).Results());
    }

    [Fact]
    public void With_clean_false_the_tests_of_earlier_cells_run_too()
    {
        using var notebook = new LiveNotebook().Given("Ipytest.Config(clean: false);", "%%ipytest\nvoid TestAdd() { }");

        Assert.Equal("TestAdd PASSED, TestAdds PASSED", notebook.Run("%%ipytest -v\nvoid TestAdds() { }").Results());
        notebook.Given("Ipytest.Clean();");
        Assert.Equal("TestAdd TestAdds", Names(notebook));
    }

    [Fact]
    public void A_pattern_of_ones_own_leaves_other_tests()
    {
        using var notebook = new LiveNotebook().Given("Ipytest.Config(clean: \"check_*\");", "%%ipytest\n[Fact] void check_a() { } void TestStays() { }");

        Assert.Equal("TestStays PASSED, check_b PASSED", notebook.Run("%%ipytest -v\n[Fact] void check_b() { }").Results());
    }

    [Fact]
    public void Clean_inside_a_cell_forgets_earlier_cells_only()
    {
        using var notebook = new LiveNotebook().Given("void TestOld() { }");

        var seen = notebook.Run("Ipytest.Clean(); void TestNew() { } Ipytest.Run(\"-v\");");

        Assert.Equal("TestNew PASSED", seen.Results());
    }

    [Fact]
    public void A_cell_that_defines_a_cleaned_test_again_brings_it_back()
    {
        using var notebook = new LiveNotebook().Given("void TestAdd() { }", "Ipytest.Clean();", "void TestAdd() { }");

        Assert.Equal("TestAdd", Names(notebook));
    }

    [Fact]
    public void A_cell_that_does_not_compile_defines_nothing()
    {
        using var notebook = new LiveNotebook().Given("void TestOld() { }");

        notebook.Run("void TestNew() { } int x = \"no\";");

        Assert.Equal("TestOld", Names(notebook));
    }

    private static string? Names(LiveNotebook notebook) => notebook.Run("string.Join(' ', Ipytest.Notebook.Names)").Value?.Trim('"');
}
