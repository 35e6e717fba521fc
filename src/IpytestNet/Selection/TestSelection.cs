using IpytestNet.CommandLine;
using IpytestNet.Execution;

namespace IpytestNet.Selection;

/// <summary>Selects tests by node ids, <c>--deselect</c>, <c>-m</c> and <c>-k</c>, as pytest does.</summary>
internal static class TestSelection
{
    /// <summary>Selects from the discovered tests.</summary>
    /// <param name="tests">All tests, in order of definition.</param>
    /// <param name="options">The options of the run; without targets all tests are asked for.</param>
    /// <param name="module">The notebook's name, as it begins node ids.</param>
    /// <exception cref="UsageException">A target matches no test.</exception>
    public static SelectedTests Select(IReadOnlyList<TestCase> tests, RunOptions options, string module)
    {
        string[] targets = [.. options.Targets.Select(NodeId.Normalize).Distinct(StringComparer.Ordinal)];
        NodeAddress[] addresses = [.. tests.Select(test => new NodeAddress(test))];
        Targets.EnsureFound(targets, addresses, module);

        NodeAddress[] collected = targets.Length == 0 ? addresses : [.. addresses.Where(address => targets.Any(address.IsWithin))];
        TestCase[] selected =
        [
            .. collected
                .Where(address => !address.Test.IsExplicit || targets.Any(address.IsItself))
                .Select(address => address.Test)
                .Where(test => !IsDeselected(test, options))
                .Where(test => options.MarkExpression?.Matches(name => test.Markers.Contains(name, StringComparer.Ordinal)) ?? true)
                .Where(test => options.Keyword?.Matches(name => TestNames.Match(test, name)) ?? true),
        ];
        return new SelectedTests(selected, collected.Length - selected.Length);
    }

    /// <summary>Leaves of a selection what is within the given node ids; without any it stays as it is.</summary>
    /// <remarks>They come from the command that runs whole notebooks, so an id that this run does not have is no mistake.</remarks>
    public static SelectedTests Narrow(SelectedTests selection, IReadOnlyList<string> targets)
    {
        if (targets.Count == 0)
            return selection;
        string[] wanted = [.. targets.Select(NodeId.Normalize)];
        TestCase[] within = [.. selection.Selected.Where(test => Array.Exists(wanted, new NodeAddress(test).IsWithin))];
        return new SelectedTests(within, selection.Deselected + selection.Selected.Count - within.Length);
    }

    private static bool IsDeselected(TestCase test, RunOptions options) =>
        options.Deselect.Any(prefix => test.NodeId.StartsWith(NodeId.Normalize(prefix), StringComparison.Ordinal));
}
