using IpytestNet.CommandLine;
using IpytestNet.Execution;

namespace IpytestNet.Discovery;

/// <summary>The examples in documentation that a run is about.</summary>
/// <param name="Tests">The tests that they are.</param>
/// <param name="Files">The Markdown files that were read, as their node ids begin.</param>
/// <param name="Warnings">Where there was nothing to take examples from, each in a sentence.</param>
internal sealed record Doctests(IReadOnlyList<TestCase> Tests, IReadOnlyList<string> Files, IReadOnlyList<string> Warnings)
{
    /// <summary>No examples.</summary>
    public static Doctests None { get; } = new([], [], []);

    /// <summary>Whether a target of a run is a file that was read, or a test of it.</summary>
    public bool Own(string target) => Files.Any(file => NodeId.IsOf(target, file));

    /// <summary>The node ids that a run asks for, the files among them where it asks for the whole notebook.</summary>
    /// <param name="targets">The targets of the run.</param>
    /// <param name="module">The notebook's name.</param>
    public IReadOnlyList<string> Wanted(IReadOnlyList<string> targets, string module)
    {
        IEnumerable<string> wanted = targets.Select(target => Own(target) ? NodeId.Normalize(target) : NodeId.Of(target, module));
        return targets.Contains(module, StringComparer.Ordinal) && !targets.Any(Own) ? [.. wanted, .. Tests.Select(test => test.Module).Where(Own).Distinct(StringComparer.Ordinal)] : [.. wanted];
    }
}
