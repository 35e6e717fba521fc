using IpytestNet.Kernel.Assemblies;

namespace IpytestNet.Tool.Watch;

/// <summary>Tells when files may have changed: once for several changes in quick succession.</summary>
internal sealed class ChangeWatcher : IDisposable
{
    // Systems give out few watchers to a person, 128 on most.
    private const int MostFolders = 64;

    // Editors write in several steps, people save several files at once.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly AutoResetEvent _changed = new(initialState: false);
    private readonly ITimer _quiet;
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);
    private WatchedPlaces _places = new([]);
    private long? _firstChange;

    /// <param name="time">The clock.</param>
    /// <param name="polls">Whether to leave the system's messages alone.</param>
    public ChangeWatcher(TimeProvider time, bool polls)
    {
        _time = time;
        _quiet = time.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (polls)
            Problem = "DOTNET_USE_POLLING_FILE_WATCHER is set";
    }

    /// <summary>Set when files may have changed.</summary>
    public WaitHandle Changed => _changed;

    /// <summary>Why the system does not tell of changes; null if it does.</summary>
    public string? Problem { get; private set; }

    /// <summary>How long to wait for a message of the system before looking at the files all the same, as some file systems tell nothing.</summary>
    public TimeSpan Interval => Problem is null ? TimeSpan.FromSeconds(3) : TimeSpan.FromSeconds(0.5);

    /// <summary>Looks out for changes of what notebooks depend on now.</summary>
    public void Watch(IEnumerable<Dependency> dependencies)
    {
        if (Problem is not null)
            return;
        var places = new WatchedPlaces(dependencies);
        Volatile.Write(ref _places, places);
        if (places.Folders.Count > MostFolders)
        {
            Poll($"{places.Folders.Count} folders are more than it can watch");
            return;
        }

        foreach (var folder in _watchers.Keys.Where(folder => !places.Folders.Contains(folder)).ToList())
            Leave(folder);
        foreach (var folder in places.Folders.Where(folder => !_watchers.ContainsKey(folder)).TakeWhile(_ => Problem is null))
            Enter(folder);
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
            watcher.Dispose();
        _quiet.Dispose();
        _changed.Dispose();
    }

    private void Enter(string folder)
    {
        var watcher = new FileSystemWatcher();
        try
        {
            watcher.Path = folder;
            watcher.Changed += (_, change) => See(change.FullPath);
            watcher.Created += (_, change) => See(change.FullPath);
            watcher.Deleted += (_, change) => See(change.FullPath);
            watcher.Renamed += (_, change) => See(change.OldFullPath, change.FullPath);
            // It may have missed some.
            watcher.Error += (_, _) => Note();
            watcher.EnableRaisingEvents = true;
            _watchers[folder] = watcher;
        }
        catch (ArgumentException) when (!Directory.Exists(folder))
        {
            // It is gone since it was found; the watcher of the folder above tells when it comes back.
            watcher.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            watcher.Dispose();
            Poll(e.Message);
        }
    }

    private void Leave(string folder)
    {
        _watchers.Remove(folder, out var watcher);
        watcher!.Dispose();
    }

    private void Poll(string why)
    {
        Problem = why;
        foreach (var folder in _watchers.Keys.ToList())
            Leave(folder);
    }

    private void See(params ReadOnlySpan<string> paths)
    {
        var places = Volatile.Read(ref _places);
        foreach (var path in paths)
        {
            if (places.Concern(path))
                Note();
        }
    }

    private void Note()
    {
        lock (_gate)
        {
            _firstChange ??= _time.GetTimestamp();
            var left = Patience - _time.GetElapsedTime(_firstChange.Value);
            _quiet.Change(left < TimeSpan.Zero ? TimeSpan.Zero : left < Quiet ? left : Quiet, Timeout.InfiniteTimeSpan);
        }
    }

    private void Tell()
    {
        lock (_gate)
            _firstChange = null;
        _changed.Set();
    }
}
