using System.Text;
using System.Text.Json;

namespace IpytestNet.Tool.Runners;

/// <summary>The file in which a runner tells how its job goes, read while it grows.</summary>
/// <typeparam name="T">What it tells.</typeparam>
internal sealed class AccountReader<T> : IDisposable
{
    private readonly FileStream _file = new(
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"ipytest-account-{Guid.NewGuid():N}.jsonl"),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.ReadWrite | FileShare.Delete,
        bufferSize: 4096,
        FileOptions.DeleteOnClose);

    private string _rest = "";

    /// <summary>Where it is.</summary>
    public string Path => _file.Name;

    /// <summary>Reads what has come since the last time.</summary>
    public IReadOnlyList<T> ReadNew()
    {
        using var reader = new StreamReader(_file, Encoding.UTF8, leaveOpen: true);
        var lines = (_rest + reader.ReadToEnd()).Split('\n');
        // The last line may not be written to its end.
        _rest = lines[^1];
        return [.. lines[..^1].Select(line => JsonSerializer.Deserialize<T>(line)!)];
    }

    public void Dispose() => _file.Dispose();
}
