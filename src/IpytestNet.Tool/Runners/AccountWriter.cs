using System.Text.Json;

namespace IpytestNet.Tool.Runners;

/// <summary>Tells the process that gave a job how it goes, as lines of a file, each as soon as it is known.</summary>
/// <typeparam name="T">What is told.</typeparam>
/// <param name="path">The file, which that process has made.</param>
internal sealed class AccountWriter<T>(string path) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _file =
        new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };

    /// <summary>Tells something.</summary>
    public void Tell(T message)
    {
        lock (_gate)
            _file.WriteLine(JsonSerializer.Serialize(message));
    }

    public void Dispose() => _file.Dispose();
}
