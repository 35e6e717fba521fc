using System.Text;
using System.Text.Json;
using IpytestNet.Files;

namespace IpytestNet.Kernel.Jupyter.History;

/// <summary>The history of all sessions, a JSON object a line, in a file that several kernels write to.</summary>
/// <remarks>A file that cannot be read or written leaves the kernel with the history of its own session.</remarks>
internal sealed class HistoryFile
{
    private const int Limit = 10_000;
    private const int Attempts = 50;

    private readonly Lock _gate = new();
    private readonly string? _path;
    private readonly List<HistoryEntry> _own = [];

    /// <param name="path">The file; null keeps nothing on disk.</param>
    public HistoryFile(string? path)
    {
        _path = path;
        var earlier = Read();
        Session = earlier.Select(entry => entry.Session).DefaultIfEmpty().Max() + 1;
        if (earlier.Count > Limit)
            Shorten(earlier);
        // An empty line 0 keeps the number of this session from the next kernel that starts.
        Append(new HistoryEntry(Session, 0, ""));
    }

    /// <summary>The file of this user.</summary>
    public static string? OfUser() => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder
        ? Path.Combine(folder, "ipytest", "history.jsonl")
        : null;

    /// <summary>The number of this session.</summary>
    public int Session { get; }

    /// <summary>Reads all cells, oldest first, those of this session last.</summary>
    public IReadOnlyList<HistoryEntry> ReadAll()
    {
        lock (_gate)
            return [.. Read().Where(entry => entry.Line > 0 && entry.Session != Session), .. _own];
    }

    /// <summary>Adds a cell of this session.</summary>
    public void Add(int line, string input, string? output)
    {
        var entry = new HistoryEntry(Session, line, input) { Output = output };
        lock (_gate)
            _own.Add(entry);
        Append(entry);
    }

    private List<HistoryEntry> Read()
    {
        var entries = new List<HistoryEntry>();
        try
        {
            if (_path is null || !File.Exists(_path))
                return entries;
            using var reader = new StreamReader(Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            while (reader.ReadLine() is { } line)
            {
                if (Parse(line) is { } entry)
                    entries.Add(entry);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The history is a convenience: a kernel without it still works.
        }

        return entries;
    }

    private static HistoryEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<HistoryEntry>(line);
        }
        catch (JsonException)
        {
            // A line that was cut off.
            return null;
        }
    }

    // Nobody else has the file meanwhile: what is written goes to where the end was when it was opened.
    private void Append(HistoryEntry entry)
    {
        if (_path is null)
            return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            using var file = Open(FileMode.Append, FileAccess.Write, FileShare.None);
            file.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry), (byte)'\n']);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As above.
        }
    }

    // Other kernels have it for moments only.
    private FileStream Open(FileMode mode, FileAccess access, FileShare share)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(_path!, mode, access, share);
            }
            catch (IOException) when (attempt < Attempts && Directory.Exists(Path.GetDirectoryName(_path)))
            {
                Thread.Sleep(10);
            }
        }
    }

    private void Shorten(List<HistoryEntry> entries)
    {
        try
        {
            var newest = entries.TakeLast(Limit / 2).Select(entry => JsonSerializer.Serialize(entry) + "\n");
            AtomicFile.Write(_path!, string.Concat(newest), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As above.
        }
    }
}
