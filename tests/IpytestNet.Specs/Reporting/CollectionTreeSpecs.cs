using Xunit;

namespace IpytestNet.Specs.Reporting;

public sealed class CollectionTreeSpecs
{
    private static RecordedRun Collection() => RecordedRun.OfExample()
        .Passes("Outer::Inner::Deep")
        .Passes("Outer::Flat")
        .Passes("TestMore", "More.cs")
        .CollectOnly();

    [Fact]
    public void Tests_are_listed_as_a_tree() =>
        ApprovedReport.Verify(Collection().Report());

    [Fact]
    public void Quiet_lists_a_node_id_a_line() =>
        ApprovedReport.Verify(Collection().Deselects(5).Verbosity(-1).Report());

    [Fact]
    public void Very_quiet_lists_the_number_of_tests_of_each_file() =>
        ApprovedReport.Verify(Collection().Verbosity(-2).Report());

    [Fact]
    public void Nothing_selected_leaves_an_empty_tree() =>
        ApprovedReport.Verify(new RecordedRun().Deselects(8).CollectOnly().Report());
}
