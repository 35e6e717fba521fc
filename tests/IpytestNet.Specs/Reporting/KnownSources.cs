using IpytestNet.Reporting;

namespace IpytestNet.Specs.Reporting;

/// <summary>Cells and files that a report can show.</summary>
internal sealed class KnownSources : ISources
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public void Add(string file, string text) => _texts.Add(file, text);

    public string? Find(string file) => _texts.GetValueOrDefault(file);
}
