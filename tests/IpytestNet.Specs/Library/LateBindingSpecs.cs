using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class LateBindingSpecs
{
    private const string Run = "Ipytest.Run(\"-v\");";

    [Fact]
    public void A_test_calls_the_newest_function_also_through_a_third_cell()
    {
        using var notebook = new LiveNotebook().Given(
            "int Add(int a, int b) => a - b;",
            "int Sum(params int[] all) => all.Aggregate(0, Add);",
            "[Fact] void Adds() => Assert(Add(1, 2) == 3); void TestSums() => Assert(Sum(1, 2, 3) == 6); public class SumTests { [Fact] public void Static() { } }");
        Assert.Equal("Adds FAILED, TestSums FAILED, SumTests::Static PASSED", notebook.Run(Run).Results());

        notebook.Given("int Add(int a, int b) => a + b;");

        Assert.Equal("Adds PASSED, TestSums PASSED, SumTests::Static PASSED", notebook.Run(Run).Results());
        Assert.DoesNotContain("warning", notebook.Run(Run).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_keeps_the_Assert_of_the_user()
    {
        using var notebook = new LiveNotebook().Given(
            "var asserted = 0; void Assert(bool condition) => asserted++;", "int One() => 0;", "void TestOne() => Assert(One() == 2);", "int One() => 1;");

        Assert.Equal("TestOne PASSED", notebook.Run(Run).Results());
        Assert.Equal("1", notebook.Run("asserted").Value);
    }

    [Fact]
    public void A_test_calls_the_newest_extension()
    {
        using var notebook = new LiveNotebook().Given("static int Twice(this int number) => number;", "void TestTwice() => Assert(2.Twice() == 4);");
        Assert.Equal("TestTwice FAILED", notebook.Run(Run).Results());

        notebook.Given("static int Twice(this int number) => 2 * number;");

        Assert.Equal("TestTwice PASSED", notebook.Run(Run).Results());
    }

    [Fact]
    public void A_test_reads_the_newest_variable()
    {
        using var notebook = new LiveNotebook().Given("var limit = 1;", "int Limit() => limit;", "void TestLimit() => Assert(Limit() == 2 && limit == 2);");
        Assert.Equal("TestLimit FAILED", notebook.Run(Run).Results());

        notebook.Given("var limit = 2;");

        Assert.Equal("TestLimit PASSED", notebook.Run(Run).Results());
    }

    [Fact]
    public void A_refreshed_function_keeps_using_the_live_variables()
    {
        using var notebook = new LiveNotebook().Given(
            "int calls = 0; int Step() => 1;", "void Count() => calls += Step();", "void TestCount() => Count();", Run, "int Step() => 10;", Run);

        Assert.Equal("11", notebook.Run("calls").Value);
    }

    [Fact]
    public void A_failure_in_a_refreshed_function_shows_the_cell_that_defines_it()
    {
        using var notebook = new LiveNotebook().Given("int Add(int a) => a;", "var filler = 0;\nvoid TestAdd()\n{\n    Assert(Add(1) == 1);\n}", "int Add(int a) => a + 1;");

        var seen = notebook.Run("Ipytest.Run();");

        Assert.Contains("In[2]:4: AssertionException\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains(">       Assert(Add(1) == 1);\n", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_signature_makes_the_test_an_error_that_names_its_cell()
    {
        using var notebook = new LiveNotebook().Given("int Add(int a) => a;", "[Fact] void Adds() => Assert(Add(1) == 1); void TestOther() { }", "string Add(int a) => \"one\";");

        var seen = notebook.Run(Run);

        Assert.Equal("Adds ERROR, TestOther PASSED", seen.Results());
        Assert.Contains("Adds of In[2] does not compile any more with the newest definitions", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Mend it and run In[2] again.", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
    }

    [Fact]
    public void A_mended_test_is_well_again()
    {
        using var notebook = new LiveNotebook().Given("int Add(int a) => a;", "void TestAdd() => Assert(Add(1) == 1);", "string Add(int a) => \"one\";", Run);

        notebook.Given("void TestAdd() => Assert(Add(1) == \"one\");");
        Assert.Equal("TestAdd PASSED", notebook.Run(Run).Results());

        notebook.Given("int Add(int a) => a;", "void TestAdd() => Assert(Add(1) == 1);");
        Assert.Equal("TestAdd PASSED", notebook.Run(Run).Results());
    }

    [Fact]
    public void Functions_and_test_classes_follow_a_type_that_is_defined_again()
    {
        using var notebook = new LiveNotebook().Given(
            "class Calc { public int Two => 1; }",
            "int Two() => new Calc().Two;",
            "void TestTwo() => Assert(Two() == 2); public class CalcTests { [Fact] public void Two() => Assert(new Calc().Two == 2); }");
        Assert.Equal("TestTwo FAILED, CalcTests::Two FAILED", notebook.Run(Run).Results());

        notebook.Given("class Calc { public int Two => 2; }");

        var seen = notebook.Run(Run);
        Assert.Equal("TestTwo PASSED, CalcTests::Two PASSED", seen.Results());
        Assert.DoesNotContain("warning", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_holds_the_earlier_type_is_a_warning_that_names_the_cell_to_run_again()
    {
        using var notebook = new LiveNotebook().Given(
            "class Engine { public int Power => 1; }",
            "class Car { public int Power => new Engine().Power; }",
            "void TestPower() => Assert(new Car().Power == 2);",
            "class Engine { public int Power => 2; }");

        var seen = notebook.Run(Run);
        Assert.Equal("TestPower FAILED", seen.Results());
        Assert.Contains("Car of In[2] still uses the earlier Engine, which In[4] has defined again. Run In[2] again", seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 failed, 1 warning in", seen.Text, StringComparison.Ordinal);

        notebook.Given("class Car { public int Power => new Engine().Power; }");
        var again = notebook.Run(Run);
        Assert.Equal("TestPower PASSED", again.Results());
        Assert.DoesNotContain("warning", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_warning_where_no_test_uses_the_type()
    {
        using var notebook = new LiveNotebook().Given(
            "class Engine { }", "class Car { public Engine? Engine; }", "void TestOther() { }", "class Engine { public int Power; }");

        Assert.DoesNotContain("warning", notebook.Run(Run).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_is_named_like_a_function_is_not_taken_for_it()
    {
        using var notebook = new LiveNotebook().Given(
            "class Calc { public int Two => 2; }", "int Two() => new Calc().Two;", "void TestTwo() => Assert(Two() == new Calc { }.Two);");

        Assert.DoesNotContain("warning", notebook.Run(Run).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_uses_a_test_class_is_a_warning_when_the_class_follows()
    {
        using var notebook = new LiveNotebook().Given(
            "class Engine { public int Power => 1; }",
            "public class EngineTests { public static int Power => new Engine().Power; [Fact] public void Runs() { } }",
            "class Report { public int Power => EngineTests.Power; }",
            "void TestReport() => Assert(new Report().Power == 1);",
            "class Engine { public int Power => 2; }");

        var seen = notebook.Run(Run);

        Assert.Equal("EngineTests::Runs PASSED, TestReport PASSED", seen.Results());
        Assert.Contains("Run In[3] again, so that Report sees the newest.", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cleaned_function_is_still_refreshed_for_those_that_call_it()
    {
        using var notebook = new LiveNotebook().Given(
            "int Base() => 1;", "int test_helper() => Base();", "%%ipytest\nvoid TestUses() => Assert(test_helper() == 2);", "int Base() => 2;");

        Assert.Equal("TestUses PASSED", notebook.Run(Run).Results());
    }
}
