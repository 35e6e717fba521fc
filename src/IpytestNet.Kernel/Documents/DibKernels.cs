using System.Text.Json.Nodes;

namespace IpytestNet.Kernel.Documents;

/// <summary>The kernels that a <c>.dib</c> file may name, those of its <c>#!meta</c> cell among them.</summary>
/// <param name="Named">Further kernels, by name and alias.</param>
internal sealed record DibKernels(IReadOnlyDictionary<string, CellLanguage> Named)
{
    public static readonly DibKernels Default = new(new Dictionary<string, CellLanguage>(StringComparer.Ordinal));

    /// <summary>Reads the <c>kernelInfo</c> of a <c>#!meta</c> cell.</summary>
    public static DibKernels Read(JsonObject? info)
    {
        var named = new Dictionary<string, CellLanguage>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in (info?["items"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (item["name"]?.ToString() is not { Length: > 0 } name)
                continue;
            var language = CellLanguage.Of(item["languageName"]?.ToString() is { Length: > 0 } said ? said : name);
            foreach (var alias in (item["aliases"] as JsonArray ?? []).Select(alias => alias?.ToString()).Append(name).OfType<string>())
                named[alias] = language;
        }

        return new DibKernels(named);
    }

    /// <summary>Returns the language of a kernel's name, or null if the name is none of a kernel.</summary>
    public CellLanguage? Find(string name) => CellLanguage.Find(name) ?? Named.GetValueOrDefault(name);
}
