using IpytestNet.Execution;

namespace IpytestNet.Selection;

/// <summary>What a selection left of the tests.</summary>
/// <param name="Selected">Those that will run, in order of definition.</param>
/// <param name="Deselected">How many were asked for and left out all the same: by <c>-k</c>, by <c>--deselect</c> or as explicit.</param>
internal sealed record SelectedTests(IReadOnlyList<TestCase> Selected, int Deselected);
