using System.Text.Encodings.Web;
using System.Text.Json;

namespace IpytestNet.Cache;

/// <summary>The folder <c>.ipytest_cache</c>: values by key that stay from one run to the next. Nothing about it ever fails a run.</summary>
/// <param name="path">The folder.</param>
/// <param name="warn">Takes what is to be said when it cannot be read or written.</param>
internal sealed class CacheFolder(string path, Action<string> warn)
{
    /// <summary>Its name.</summary>
    public const string Name = ".ipytest_cache";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The folder beside a notebook.</summary>
    public static CacheFolder Beside(string folder, Action<string> warn) => new(Path.Combine(folder, Name), warn);

    /// <summary>Reads a value, or gives null where there is none or none that can be read; one of another form is removed.</summary>
    /// <param name="key">The key, as <c>cache/lastfailed</c>.</param>
    public T? Read<T>(string key)
        where T : class
    {
        var file = FileOf(key);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<T>(File.ReadAllText(file)) : null;
        }
        catch (JsonException)
        {
            warn($"cache: {file} contains unreadable content, will be ignored");
            Remove(file);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            warn($"cache could not read path {file}: {error.Message}");
            return null;
        }
    }

    /// <summary>Writes a value: beside it first, so that nobody ever reads half of it.</summary>
    public void Write<T>(string key, T value)
    {
        var file = FileOf(key);
        var beside = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            var isNew = !Directory.Exists(path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (isNew)
                CacheNotes.Write(path);
            File.WriteAllText(beside, JsonSerializer.Serialize(value, Format));
            File.Move(beside, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            warn($"cache could not write path {file}: {error.Message}");
            Remove(beside);
        }
    }

    /// <summary>Forgets all values.</summary>
    public void Clear()
    {
        try
        {
            if (Directory.Exists(Values))
                Directory.Delete(Values, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            warn($"cache could not be cleared at {Values}: {error.Message}");
        }
    }

    private string Values => Path.Combine(path, "v");

    private string FileOf(string key) => Path.Combine([Values, .. key.Split('/')]);

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The failure to write has been told; what is left over harms nobody: a file that stays is told of again.
        }
    }
}
