using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class SkipAndXFailSpecs
{
    [Theory]
    [InlineData("[Skip(\"not yet\")]", "SKIPPED", "not yet")]
    [InlineData("[Skip]", "SKIPPED", "unconditional skip")]
    [InlineData("[SkipIf(\"answer == 42\", Reason = \"known\")]", "SKIPPED", "known")]
    [InlineData("[SkipIf(\"answer == 42\")]", "SKIPPED", "condition: answer == 42")]
    [InlineData("[SkipIf(true)]", "SKIPPED", "condition: true")]
    [InlineData("[SkipIf(false)]", "FAILED", "")]
    [InlineData("[SkipIf(\"answer == 41\")]", "FAILED", "")]
    [InlineData("[SkipIf(nameof(IsKnown))]", "SKIPPED", "condition: IsKnown")]
    [InlineData("[SkipIf(nameof(flag))]", "SKIPPED", "condition: flag")]
    [InlineData("[SkipIf(\"answer == 41\"), SkipIf(\"flag\")]", "SKIPPED", "condition: flag")]
    [InlineData("[XFail(\"a bug\")]", "XFAIL", "")]
    [InlineData("[XFail]", "XFAIL", "")]
    [InlineData("[XFail(Condition = \"answer == 41\")]", "FAILED", "")]
    [InlineData("[XFail(Condition = \"flag\")]", "XFAIL", "")]
    [InlineData("[XFail(Raises = typeof(AssertionException))]", "XFAIL", "")]
    [InlineData("[XFail(Raises = typeof(Exception))]", "XFAIL", "")]
    [InlineData("[XFail(Raises = typeof(ArgumentException))]", "FAILED", "")]
    [InlineData("[XFail(\"hangs\", Run = false)]", "XFAIL", "")]
    [InlineData("[Skip(\"first\"), XFail]", "SKIPPED", "first")]
    public void A_marker_decides_what_a_failing_test_is(string marker, string outcome, string reason)
    {
        using var notebook = new LiveNotebook().Given("int answer = 42; bool flag = true; bool IsKnown() => true;");

        var seen = notebook.Run($$"""
            %%ipytest -v
            {{marker}} void TestPlain() => Assert(1 == 2);
            {{marker}} [Fact] void Fact() => Assert(1 == 2);
            {{marker}} public class CalcTests { [Fact] public void Adds() => throw new IpytestNet.AssertionException("no"); }
            public class OtherTests { [Fact] {{marker}} public void Adds() => throw new IpytestNet.AssertionException("no"); }
            """);

        Assert.Equal($"TestPlain {outcome}, Fact {outcome}, CalcTests::Adds {outcome}, OtherTests::Adds {outcome}", seen.Results());
        Assert.Contains(reason, seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[XFail(\"a bug\")]", "XPASS", "1 xpassed in", ExitCode.Ok)]
    [InlineData("[XFail(\"a bug\", Strict = true)]", "FAILED", "[XPASS(strict)] a bug", ExitCode.TestsFailed)]
    [InlineData("[XFail(\"a bug\", Strict = false)]", "XPASS", "1 xpassed in", ExitCode.Ok)]
    public void A_test_that_passes_although_it_should_fail_is_told(string marker, string outcome, string told, ExitCode exitCode)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run($"%%ipytest -v\n{marker} void TestA() {{ }}");

        Assert.Equal($"TestA {outcome}", seen.Results());
        Assert.Contains(told, seen.Text, StringComparison.Ordinal);
        Assert.Equal(exitCode, seen.Run);
    }

    [Fact]
    public void With_runxfail_an_expected_failure_is_an_ordinary_one()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest -v --runxfail\n[XFail] void TestA() => Assert(1 == 2);\n[XFail(Run = false)] void TestB() { }\n[XFail(Strict = true)] void TestC() { }");

        Assert.Equal("TestA FAILED, TestB PASSED, TestC PASSED", seen.Results());
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("short")]
    [InlineData("native")]
    public void A_strict_mark_that_does_not_hold_is_told_in_a_line(string style)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run($"%%ipytest --tb={style}\n[XFail(\"a bug\", Strict = true)] void TestA() {{ }}");

        Assert.Contains(" TestA ", seen.Text, StringComparison.Ordinal);
        Assert.Contains("_\n[XPASS(strict)] a bug\n=", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_setup_is_expected_too()
    {
        using var notebook = new LiveNotebook().Given("[Fixture] int Broken() => throw new InvalidOperationException();");

        Assert.Equal("TestA XFAIL", notebook.Run("%%ipytest -v\n[XFail] void TestA(int broken) { }").Results());
    }

    [Theory]
    [InlineData("[SkipIf(\"answer +\")]", "the condition 'answer +' is not what was expected, a C# expression of type bool")]
    [InlineData("[SkipIf(\"answer\")]", "the condition 'answer' is not what was expected, a C# expression of type bool")]
    [InlineData("[SkipIf(\"Throw()\")]", "the condition 'Throw()' threw InvalidOperationException: oh")]
    [InlineData("[XFail(Condition = \"missing\")]", "the condition 'missing' is not what was expected")]
    public void A_condition_that_cannot_be_evaluated_is_an_error_of_the_test(string marker, string message)
    {
        using var notebook = new LiveNotebook().Given("int answer = 42; bool Throw() => throw new InvalidOperationException(\"oh\");");

        var seen = notebook.Run($"%%ipytest\n{marker} void TestA() {{ }}\nvoid TestB() {{ }}");

        Assert.Contains("ERROR at setup of TestA", seen.Text, StringComparison.Ordinal);
        Assert.Contains(message, seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 passed, 1 error", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixtures_of_a_skipped_test_are_not_set_up()
    {
        using var notebook = new LiveNotebook().Given("var made = 0;", "[Fixture] int Number() => ++made;");

        notebook.Given("%%ipytest\n[Skip] void TestA(int number) { }\n[XFail(Run = false)] void TestB(int number) { }");

        Assert.Equal("0", notebook.Run("made").Value);
    }
}
