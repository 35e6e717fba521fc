using IpytestNet.CommandLine;
using Xunit;

namespace IpytestNet.Specs.Reporting;

public sealed class TerminalReportSpecs
{
    public static MatrixTheoryData<int, TracebackStyle> VerbositiesAndStyles { get; } = new([-2, -1, 0, 1, 2], Enum.GetValues<TracebackStyle>());

    [Fact]
    public void A_run_is_reported_with_header_letters_failures_and_counts() =>
        ApprovedReport.Verify(RecordedRun.OfExample().Report());

    [Fact]
    public void Quiet_leaves_out_header_notebook_name_and_bars() =>
        ApprovedReport.Verify(RecordedRun.OfExample().Verbosity(-1).Report());

    [Fact]
    public void Very_quiet_leaves_only_the_failures_lines_and_the_counts() =>
        ApprovedReport.Verify(RecordedRun.OfExample().Errs("TestDb", "setup", Thrown.Exception("System.IO.IOException", "no disk")).Verbosity(-2).Report());

    [Fact]
    public void Verbose_has_a_line_for_each_test() =>
        ApprovedReport.Verify(RecordedRun.OfExample().Deselects(3).Verbosity(1).Report());

    [Fact]
    public void Very_verbose_does_not_cut_reasons_and_messages() =>
        ApprovedReport.Verify(new RecordedRun()
            .Skips("TestLater", "waits for the new release of the library, which is due in the spring of next year")
            .Fails("TestText", Thrown.Assertion("Assert.Equal() Failure: Strings differ, at a place that is very far from the beginning\nExpected: \"a\"\nActual:   \"b\""))
            .Verbosity(2)
            .Report());

    [Fact]
    public void Colors_are_those_of_pytest() =>
        ApprovedReport.Verify(RecordedRun.OfExample()
            .Errs("TestDb", "setup", Thrown.Exception("System.IO.IOException", "no disk", "In[3]:6 TestDb"))
            .Warns("TestAdd is older than Add; run its cell again")
            .Colored()
            .Report());

    [Fact]
    public void Verbose_lines_are_colored_as_those_of_pytest() =>
        ApprovedReport.Verify(RecordedRun.OfExample().Colored().Verbosity(1).Traceback(TracebackStyle.Short).Report());

    [Theory]
    [MemberData(nameof(VerbositiesAndStyles))]
    public void Without_color_there_is_no_escape_sequence(int verbosity, TracebackStyle style)
    {
        var run = RecordedRun.OfExample().Warns("careful").Errs("TestDb", "setup", Thrown.Exception("System.IO.IOException", "no disk"));

        var report = run.Verbosity(verbosity).Traceback(style).Report();

        Assert.DoesNotContain('\e', report);
    }

    [Fact]
    public void Control_characters_of_a_test_pass_as_they_are()
    {
        var report = new RecordedRun().Fails("TestBell", Thrown.Assertion("no")).Prints("\e[35mpink\e[0m\a\n").Report();

        Assert.Contains("\e[35mpink\e[0m\a\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_letter_can_be_seen_as_soon_as_its_test_has_ended()
    {
        var steps = RecordedRun.OfExample().Verbosity(-1).ReportStepwise().ToList();

        Assert.Equal(["", ".", ".", ".F", ".F", ".F.", ".F.", ".F.F"], steps.Skip(2).Take(8));
    }

    [Fact]
    public void A_verbose_line_can_be_seen_as_soon_as_its_test_begins()
    {
        var steps = RecordedRun.OfExample().Verbosity(1).ReportStepwise().ToList();

        Assert.EndsWith("\nNotebook.ipynb::TestAdd ", steps[2], StringComparison.Ordinal);
        Assert.Matches(@"\nNotebook\.ipynb::TestAdd PASSED +\[ 12%\]\n$", steps[3]);
    }

    [Fact]
    public void A_warning_has_a_section_and_is_counted() =>
        ApprovedReport.Verify(new RecordedRun()
            .Passes("TestAdd")
            .Warns("In[2]: type Point was defined again; run In[3] again to use it")
            .Warns("In[2]: type Line was defined again; run In[3] again to use it")
            .Report());

    [Fact]
    public void A_stopped_run_says_why() =>
        ApprovedReport.Verify(new RecordedRun().Passes("TestAdd").Fails("TestSub", Thrown.Assertion("no")).Stops("stopping after 1 failures", notRun: 3).Report());

    [Fact]
    public void An_interrupted_run_names_the_test_that_ran() =>
        ApprovedReport.Verify(new RecordedRun().Passes("TestAdd").IsInterruptedIn("TestForever").Report());

    [Fact]
    public void An_interrupted_verbose_run_names_the_test_that_ran() =>
        ApprovedReport.Verify(new RecordedRun().Passes("TestAdd").IsInterruptedIn("TestForever").Verbosity(1).Report());

    [Fact]
    public void A_run_interrupted_between_tests_says_so()
    {
        var report = new RecordedRun().Passes("TestAdd").IsInterrupted().Verbosity(-1).Report();

        Assert.Equal(".\n!!!!!!!!!!!!!!!!!!!!!!!!!!!!!! KeyboardInterrupt !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!\n1 passed in 0.02s\n", report);
    }

    [Fact]
    public void Errors_are_told_from_failures() =>
        ApprovedReport.Verify(new RecordedRun()
            .Cell("In[5]", "Database Open()\n{\n    throw new IOException(\"no disk\");\n}\n\nvoid Close()\n{\n    throw new InvalidOperationException(\"busy\");\n}")
            .Errs("TestDb", "setup", Thrown.Exception("System.IO.IOException", "no disk", "In[5]:3 Open"))
            .Passes("TestOk")
            .Errs("TestOk", "teardown", Thrown.Exception("System.InvalidOperationException", "busy", "In[5]:8 Close")).Prints("closing\n")
            .Errs("NoRows", "collection", Thrown.Assertion("No data found for Notebook.NoRows"))
            .Report());
}
