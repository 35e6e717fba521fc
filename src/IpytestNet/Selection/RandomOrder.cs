using IpytestNet.Execution;
using IpytestNet.Plugins;

namespace IpytestNet.Selection;

/// <summary>The plugin behind <c>--random-order</c>: the same seed gives the same order, and the tests of a class stay together.</summary>
internal sealed class RandomOrder(int seed) : IPlugin
{
    /// <inheritdoc/>
    public string Name => "random-order";

    /// <inheritdoc/>
    public IReadOnlyList<TestCase> ModifyItems(IReadOnlyList<TestCase> tests)
    {
        var random = new Random(seed);
        return [.. Shuffled(tests.GroupBy(test => test.Module, StringComparer.Ordinal), random).SelectMany(module => Shuffled(module, depth: 0, random))];
    }

    /// <inheritdoc/>
    public IEnumerable<string> ReportCollected() => [$"random-order: seed {seed}"];

    private static IEnumerable<TestCase> Shuffled(IEnumerable<TestCase> tests, int depth, Random random)
    {
        // Below a class come its functions and the classes in it. The rows of a theory stay together as those of a class do.
        var pieces = tests.GroupBy(test => test.Classes.Count > depth ? (Class: test.Classes[depth], Function: null) : (Class: "", Function: (string?)test.Name));
        return Shuffled(pieces, random).SelectMany(piece => piece.Key.Function is null ? Shuffled(piece, depth + 1, random) : Shuffled(piece, random));
    }

    private static T[] Shuffled<T>(IEnumerable<T> items, Random random)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return shuffled;
    }
}
