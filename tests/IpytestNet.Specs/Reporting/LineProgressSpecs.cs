using Xunit;

namespace IpytestNet.Specs.Reporting;

public sealed class LineProgressSpecs
{
    [Fact]
    public void A_skip_reason_is_cut_to_the_line() =>
        ApprovedReport.Verify(new RecordedRun()
            .Skips("TestShort", "not yet")
            .Skips("TestWide", "日本語 a very long reason that is cut somewhere in the middle of it")
            .Skips("TestWithoutReason", "")
            .Skips("TestWhoseNameLeavesNoRoomForAnyReason", "hidden")
            .Passes("TestWhoseNameIsLongerThanTheWholeLineOfTheTerminal")
            .Wide(60).Verbosity(1)
            .Report());

    [Fact]
    public void A_teardown_error_has_a_line_of_its_own() =>
        ApprovedReport.Verify(new RecordedRun()
            .Passes("TestDb").Errs("TestDb", "teardown", Thrown.Assertion("busy"))
            .Passes("TestOk")
            .Wide(60).Verbosity(1)
            .Report());
}
