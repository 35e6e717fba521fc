using System.Collections;

namespace IpytestNet.Tool;

/// <summary>The environment variables as they are; disposing it undoes what a notebook has changed.</summary>
internal sealed class EnvironmentSnapshot : IDisposable
{
    private readonly Dictionary<string, string?> _before = Read();

    public void Dispose()
    {
        foreach (var name in Read().Keys.Union(_before.Keys, StringComparer.Ordinal))
            Environment.SetEnvironmentVariable(name, _before.GetValueOrDefault(name));
    }

    private static Dictionary<string, string?> Read() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value, StringComparer.Ordinal);
}
