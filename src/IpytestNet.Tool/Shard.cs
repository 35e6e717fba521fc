using System.Globalization;
using IpytestNet.CommandLine;

namespace IpytestNet.Tool;

/// <summary>A part of the notebooks, for machines that share the work (<c>--shard 2/5</c>).</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Count">How many parts there are.</param>
internal sealed record Shard(int Number, int Count)
{
    /// <summary>Reads the value of the option.</summary>
    /// <exception cref="UsageException">It is no part.</exception>
    public static Shard Parse(string value)
    {
        if (value.Split('/') is [var number, var count]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var all)
            && n >= 1 && n <= all)
            return new Shard(n, all);
        throw new UsageException($"argument --shard: expected a part as NUMBER/COUNT, from 1/COUNT to COUNT/COUNT, but '{value}' came; write --shard 2/5 for the second of five");
    }

    /// <summary>Takes every so many-th notebook in the order of their paths, so that each is in one part; what is no notebook is in all.</summary>
    public IReadOnlyList<NotebookTarget> Of(IReadOnlyList<NotebookTarget> targets)
    {
        var mine = targets.OfType<NotebookTarget.Found>()
            .Select(target => target.FullPath)
            .Order(StringComparer.Ordinal)
            .Where((_, i) => i % Count == Number - 1)
            .ToHashSet(StringComparer.Ordinal);
        return [.. targets.Where(target => target is not NotebookTarget.Found found || mine.Contains(found.FullPath))];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Number}/{Count}";
}
