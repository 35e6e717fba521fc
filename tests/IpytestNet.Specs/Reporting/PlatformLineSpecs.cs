using IpytestNet.Reporting;
using Xunit;

namespace IpytestNet.Specs.Reporting;

public sealed class PlatformLineSpecs
{
    [Fact]
    public void The_header_names_what_the_tests_run_on() =>
        Assert.Matches(@"^platform (linux|macos|windows) -- \.NET \d+\.\d+\.\d+, ipytest-\d+\.\d+\.\d+, xunit-\d+\.\d+\.\d+$", PlatformLine.Current);
}
