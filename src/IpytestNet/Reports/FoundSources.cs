using IpytestNet.Reporting;

namespace IpytestNet.Reports;

/// <summary>The sources that a run offers to its plugins.</summary>
internal sealed class FoundSources(Func<string, string?> find) : ISources
{
    /// <inheritdoc/>
    public string? Find(string file) => find(file);
}
