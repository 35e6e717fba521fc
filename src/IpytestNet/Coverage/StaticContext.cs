using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage;

/// <summary>The context of a whole run (<c>[run] context</c>), which those of its tests stand behind.</summary>
internal static class StaticContext
{
    /// <summary>Puts all that ran into a context.</summary>
    /// <param name="data">What was measured.</param>
    /// <param name="context">The context; null or empty for none.</param>
    public static CoverageData Of(CoverageData data, string? context) => string.IsNullOrEmpty(context) ? data : data with
    {
        HasContexts = true,
        Files = [.. data.Files.Select(file => file with { Lines = [.. file.Lines.Select(line => Of(line, context, data.HasContexts))] })],
    };

    private static LineCoverage Of(LineCoverage line, string context, bool hasContexts) => line.Hits == 0 ? line : line with
    {
        Contexts = hasContexts ? [.. line.Contexts.Select(test => test.Length == 0 ? context : $"{context}|{test}")] : [context],
    };
}
