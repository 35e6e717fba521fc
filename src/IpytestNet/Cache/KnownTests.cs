using IpytestNet.CommandLine;
using IpytestNet.Execution;

namespace IpytestNet.Cache;

/// <summary>The tests that earlier runs have seen: <c>--nf</c>.</summary>
internal sealed class KnownTests(RunOptions options, IReadOnlyList<string> known)
{
    // Tests that are renamed leave their old ids behind; the oldest are dropped.
    private const int AlwaysKept = 5_000;
    private const int KeptForEach = 4;

    private readonly HashSet<string> _known = new(known, StringComparer.Ordinal);
    private IReadOnlyList<string> _selected = [];

    /// <summary>Puts those first that nobody has seen.</summary>
    public IReadOnlyList<TestCase> Select(IReadOnlyList<TestCase> tests)
    {
        _selected = [.. tests.Select(test => test.NodeId)];
        return options.NewFirst ? [.. tests.OrderBy(test => _known.Contains(test.NodeId))] : tests;
    }

    /// <summary>Gives the ids to keep, or null if nothing has changed.</summary>
    /// <param name="saved">Those that are kept by now.</param>
    public IReadOnlyList<string>? Merge(IReadOnlyList<string> saved)
    {
        var before = ReferenceEquals(saved, known) ? _known : saved.ToHashSet(StringComparer.Ordinal);
        if (_selected.All(before.Contains))
            return null;
        return [.. _selected.Concat(saved).Distinct(StringComparer.Ordinal).Take(Math.Max(AlwaysKept, _selected.Count * KeptForEach))];
    }
}
