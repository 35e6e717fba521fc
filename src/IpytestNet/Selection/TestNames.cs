using IpytestNet.Execution;

namespace IpytestNet.Selection;

/// <summary>The names of a test that <c>-k</c> looks at.</summary>
internal static class TestNames
{
    /// <summary>Tells whether a part of one of the test's names is the given text, in upper or lower case.</summary>
    public static bool Match(TestCase test, string part) =>
        Of(test).Any(name => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Of(TestCase test) =>
        [test.Name, test.DisplayName, test.Module, .. test.Classes, .. test.Markers, .. test.Keywords];
}
