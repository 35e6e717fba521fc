using IpytestNet.CommandLine;
using Xunit;

namespace IpytestNet.Specs.Reporting;

public sealed class FailureSectionSpecs
{
    private static RecordedRun DeepFailure() => new RecordedRun()
        .Verbosity(-1)
        .Cell("In[2]", """
            int Helper(int x)
            {
                // a comment
                return Middle(x + 1);
            }

            int Middle(int y) => Inner(y * 2);

            class Calc
            {
                public static int Divide(int a, int b)
                {
                    return a / b;
                }
            }

            int Inner(int z)
            {
                return Calc.Divide(
                    z,
                    0);
            }
            """)
        .Cell("In[3]", """
            %%ipytest -q
            [Fact]
            [Mark("deep")]
            void TestDeep()
            {
                var a = "text"; /* note */
                Helper(a.Length);
            }
            """)
        .Fails("TestDeep", Thrown.Exception(
            "System.DivideByZeroException",
            "Attempted to divide by zero.",
            "In[3]:7 TestDeep",
            "In[2]:4 Helper",
            "In[2]:7 Middle",
            "In[2]:19 Inner",
            "In[2]:13 Calc.Divide"));

    private static RecordedRun Chain() => new RecordedRun()
        .Verbosity(-1)
        .Cell("In[3]", """
            void TestLoad()
            {
                try { Parse("x"); }
                catch (FormatException e)
                {
                    throw new InvalidDataException("bad file", e);
                }
            }

            int Parse(string text) =>
                int.Parse(text);
            """)
        .Fails(
            "TestLoad",
            Thrown.Exception("System.IO.InvalidDataException", "bad file", "In[3]:6 TestLoad"),
            Thrown.Exception("System.FormatException", "The input string 'x' was not in a correct format.", "In[3]:3 TestLoad", "In[3]:11 Parse"));

    [Fact]
    public void Auto_shows_the_first_and_last_function_and_a_line_of_those_between() =>
        ApprovedReport.Verify(DeepFailure().Report());

    [Fact]
    public void Long_shows_every_function() =>
        ApprovedReport.Verify(DeepFailure().Traceback(TracebackStyle.Long).Report());

    [Fact]
    public void Short_shows_a_line_of_each_function() =>
        ApprovedReport.Verify(DeepFailure().Traceback(TracebackStyle.Short).Report());

    [Fact]
    public void Line_shows_a_line_for_each_failure() =>
        ApprovedReport.Verify(RecordedRun.OfExample().Verbosity(-1).Traceback(TracebackStyle.Line).Report());

    [Fact]
    public void Native_shows_the_trace_of_dotnet() =>
        ApprovedReport.Verify(DeepFailure().Traceback(TracebackStyle.Native).Report());

    [Fact]
    public void No_shows_no_failures_but_their_summary() =>
        ApprovedReport.Verify(RecordedRun.OfExample().Verbosity(-1).Traceback(TracebackStyle.No).Report());

    [Fact]
    public void Source_is_colored_as_a_highlighter_does() =>
        ApprovedReport.Verify(DeepFailure().Colored().Report());

    [Fact]
    public void A_cause_is_shown_before_what_it_caused() =>
        ApprovedReport.Verify(Chain().Report());

    [Fact]
    public void A_short_trace_shows_causes_too() =>
        ApprovedReport.Verify(Chain().Traceback(TracebackStyle.Short).Report());

    [Fact]
    public void A_native_trace_shows_causes_too() =>
        ApprovedReport.Verify(Chain().Traceback(TracebackStyle.Native).Report());

    [Fact]
    public void A_static_constructor_and_a_waited_task_are_summed_up_by_their_cause() =>
        ApprovedReport.Verify(new RecordedRun()
            .Verbosity(-1)
            .Cell("In[4]", """
                class Settings
                {
                    public static int Port = int.Parse("none");
                }

                void TestPort() => Assert(Settings.Port > 0);

                async Task<int> LoadAsync()
                {
                    await Task.Yield();
                    throw new TimeoutException("too slow");
                }

                void TestLoad() => Assert(LoadAsync().Result > 0);
                """)
            .Fails(
                "TestPort",
                Thrown.Exception("System.TypeInitializationException", "The type initializer for 'Settings' threw an exception.", "In[4]:6 TestPort"),
                Thrown.Exception("System.FormatException", "The input string 'none' was not in a correct format.", "In[4]:3 Settings..cctor"))
            .Fails(
                "TestLoad",
                Thrown.Exception("System.AggregateException", "One or more errors occurred. (too slow)", "In[4]:14 TestLoad"),
                Thrown.Exception("System.TimeoutException", "too slow", "In[4]:11 LoadAsync"))
            .Report());

    [Fact]
    public void A_statement_of_several_lines_is_shown_to_its_end() =>
        ApprovedReport.Verify(new RecordedRun()
            .Verbosity(-1)
            .Cell("In[3]", """
                public class CalcTests
                {
                    [Fact]
                    public void Mul()
                    {
                        Assert.Equal(
                            7,
                            2 * 3);
                        Console.WriteLine("not reached");
                    }
                }
                """)
            .Fails("CalcTests::Mul", Thrown.Assertion("Assert.Equal() Failure: Values differ\nExpected: 7\nActual:   6", "In[3]:6 CalcTests.Mul"))
            .Report());

    [Fact]
    public void A_long_function_is_shown_by_its_head_and_the_lines_before_the_failure()
    {
        var body = Enumerable.Range(1, 60).Select(number => $"    Step({number});");

        ApprovedReport.Verify(new RecordedRun()
            .Verbosity(-1)
            .Cell("In[3]", string.Join('\n', ["[Fact]", "void TestLong()", "{", .. body, "}"]))
            .Fails("TestLong", Thrown.Assertion("no", "In[3]:53 TestLong"))
            .Report());
    }

    [Fact]
    public void Endless_recursion_is_shown_by_its_ends()
    {
        var frames = Enumerable.Repeat("In[3]:1 Fall", 9_000);

        ApprovedReport.Verify(new RecordedRun()
            .Verbosity(-1)
            .Cell("In[3]", "int Fall(int n) => Fall(n + 1);\nvoid TestFall() => Fall(0);")
            .Fails("TestFall", Thrown.Exception("System.InsufficientExecutionStackException", "Insufficient stack to continue.", ["In[3]:2 TestFall", .. frames]))
            .Report());
    }

    [Fact]
    public void Without_source_the_place_is_shown_alone() =>
        ApprovedReport.Verify(new RecordedRun()
            .Verbosity(-1)
            .Fails("TestGone", Thrown.Assertion("no", "In[3]:4 TestGone", "/home/ada/notebooks/src/Lib.cs:12 Lib.Check", "/opt/other/Base.cs:7 Base.Run"))
            .Report());

    [Fact]
    public void A_failure_without_frames_is_shown_where_the_test_is_defined() =>
        ApprovedReport.Verify(new RecordedRun()
            .Verbosity(-1)
            .Cell("In[3]", "[Fact(Timeout = 10)]\nasync Task TestSlow()\n{\n    await Task.Delay(1000);\n}")
            .Fails("TestSlow", Thrown.Exception("Xunit.Sdk.TestTimeoutException", "Test execution timed out after 10 milliseconds")).DefinedAt("In[3]", 2)
            .Report());

    [Fact]
    public void A_failure_of_which_nothing_is_known_is_still_shown() =>
        ApprovedReport.Verify(new RecordedRun().Verbosity(-1).Fails("TestNothing").Fails("TestEmpty", Thrown.Exception("Submission#2+Trouble`1[[System.Int32]]", "")).Report());

    [Fact]
    public void Code_at_the_top_of_a_cell_is_shown_by_its_statement() =>
        ApprovedReport.Verify(new RecordedRun()
            .Verbosity(-1)
            .Cell("In[2]", "var limit = 3;\nFunc<int, int> check = n =>\n{\n    if (n > limit)\n        throw new ArgumentOutOfRangeException(nameof(n));\n    return n;\n};")
            .Fails("TestCheck", Thrown.Exception("System.ArgumentOutOfRangeException", "Specified argument was out of the range of valid values. (Parameter 'n')", "In[2]:5 check"))
            .Report());

    [Fact]
    public void Output_is_shown_under_failed_tests_only() =>
        ApprovedReport.Verify(new RecordedRun()
            .Verbosity(-1)
            .Passes("TestGood").Prints("good\n", "fine\n")
            .Fails("TestBad", Thrown.Assertion("no")).Prints("one\ntwo", "three\n")
            .Errs("TestWorse", "setup", Thrown.Assertion("never")).Prints("", "starting\n")
            .Report());

    [Theory]
    [InlineData("line of ordinary length\n")]
    [InlineData("one endless line")]
    [InlineData("\U0001F600")]
    public void Much_output_is_shortened_in_the_middle_and_says_so(string part)
    {
        var output = string.Concat(Enumerable.Repeat(part, 5_000_000 / part.Length));

        var report = new RecordedRun().Fails("TestLoud", Thrown.Assertion("no")).Prints($"first{output}last").Report();

        var note = Assert.Single(report.Split('\n'), line => line.EndsWith(" characters left out; -s shows all ...", StringComparison.Ordinal));
        var leftOut = int.Parse(note.Split(' ')[1], System.Globalization.NumberStyles.AllowThousands);
        var shown = report.IndexOf("last\n", StringComparison.Ordinal) + 4 - report.IndexOf("first", StringComparison.Ordinal);
        Assert.InRange(shown, 40_000, 66_000);
        Assert.InRange(shown + leftOut - note.Length - output.Length - "firstlast".Length, 1, 2);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(report)));
    }

    [Fact]
    public void A_wide_name_keeps_the_bars_as_wide_as_the_report()
    {
        var report = new RecordedRun().Wide(60).Verbosity(-1).Fails("日本語のテスト", Thrown.Assertion("no")).Report();

        Assert.Contains("\n______________________ 日本語のテスト ______________________\n", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TracebackStyle.Auto)]
    [InlineData(TracebackStyle.Long)]
    [InlineData(TracebackStyle.Short)]
    public void What_was_evaluated_of_a_condition_is_shown_below_the_message(TracebackStyle style)
    {
        var indentation = style is TracebackStyle.Short ? "" : "    ";
        var report = WithNote().Traceback(style).Report();

        Assert.Contains(
            $"""

            E   {indentation}System.NullReferenceException: Object reference not set to an instance of an object.
            E   {indentation}while evaluating: Assert(s.Length == 1)
            E   {indentation}  evaluated so far: s = null

            """,
            report,
            StringComparison.Ordinal);
        Assert.EndsWith("\nFAILED Notebook.ipynb::TestText - System.NullReferenceException: Object refer...\n1 failed in 0.02s\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_for_each_failure_leaves_out_what_was_evaluated() =>
        Assert.DoesNotContain("evaluat", WithNote().Traceback(TracebackStyle.Line).Report(), StringComparison.Ordinal);

    [Fact]
    public void A_message_of_several_lines_keeps_its_indentation_behind_the_gutter()
    {
        var report = new RecordedRun()
            .Verbosity(-1)
            .Cell("In[3]", "void TestSum()\n{\n    Assert(a == b);\n}")
            .Fails("TestSum", Thrown.Assertion("Assertion failed: a == b\n  strings differ at position 0\n    left:  \"x\"\n    right: \"y\"\n            ^\n  where a = \"x\"\n        b = \"y\"", "In[3]:3 TestSum"))
            .Report();

        Assert.Contains(
            """

            >       Assert(a == b);
            E       Assertion failed: a == b
            E         strings differ at position 0
            E           left:  "x"
            E           right: "y"
            E                   ^
            E         where a = "x"
            E               b = "y"

            In[3]:3:
            """,
            report,
            StringComparison.Ordinal);
    }

    private static RecordedRun WithNote() => new RecordedRun()
        .Verbosity(-1)
        .Cell("In[3]", "void TestText()\n{\n    Assert(s.Length == 1);\n}")
        .Fails("TestText", Thrown.Exception("System.NullReferenceException", "Object reference not set to an instance of an object.", "In[3]:3 TestText") with
        {
            Note = "while evaluating: Assert(s.Length == 1)\n  evaluated so far: s = null",
        });
}
