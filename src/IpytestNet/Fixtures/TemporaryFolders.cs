using System.Diagnostics;
using System.Globalization;

namespace IpytestNet.Fixtures;

/// <summary>The temporary folders of one run; those of the last three runs are kept.</summary>
internal sealed class TemporaryFolders
{
    private const int RunsKept = 3;
    private const int LongestName = 30;
    private const string RunPrefix = "ipytest-";
    private const string OwnerFile = ".owner";

    private static readonly AsyncLocal<TemporaryFolders?> Ambient = new();

    private readonly object _gate = new();
    private DirectoryInfo? _root;

    /// <summary>Those of the run that the calling code belongs to.</summary>
    public static TemporaryFolders Current => Ambient.Value ?? throw new InvalidOperationException("No test runs here.");

    /// <summary>Begins a run: nothing is made before the first test asks.</summary>
    public static void BeginRun() => Ambient.Value = new TemporaryFolders();

    /// <summary>Makes an empty folder.</summary>
    /// <param name="name">What its name begins with; what a file's name cannot hold is replaced.</param>
    public DirectoryInfo Create(string name)
    {
        lock (_gate)
        {
            _root ??= CreateRoot();
            var stem = string.Concat(name.Select(character => char.IsLetterOrDigit(character) ? character : '_'));
            return CreateNumbered(_root, stem.Length > LongestName ? stem[..LongestName] : stem);
        }
    }

    private static DirectoryInfo CreateRoot()
    {
        var home = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"ipytest-of-{Environment.UserName}"));
        if (!OperatingSystem.IsWindows())
            home.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var root = CreateNumbered(home, RunPrefix.TrimEnd('-'), "-");
        File.WriteAllText(Path.Combine(root.FullName, OwnerFile), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        foreach (var old in home.GetDirectories(RunPrefix + "*").Where(run => NumberOf(run) <= NumberOf(root) - RunsKept).Where(run => !IsInUse(run)))
            Delete(old);
        return root;
    }

    private static int NumberOf(DirectoryInfo run) =>
        int.TryParse(run.Name[RunPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    // The next number is free until it is made: another process may be faster, and then it is taken.
    private static DirectoryInfo CreateNumbered(DirectoryInfo parent, string stem, string divider = "")
    {
        var number = parent.GetDirectories(stem + divider + "*")
            .Select(folder => int.TryParse(folder.Name[(stem.Length + divider.Length)..], NumberStyles.None, CultureInfo.InvariantCulture, out var taken) ? taken + 1 : 0)
            .DefaultIfEmpty(0)
            .Max();
        while (true)
        {
            var path = Path.Combine(parent.FullName, $"{stem}{divider}{number++}");
            var claim = path + ".claim";
            if (Path.Exists(path))
                continue;
            try
            {
                using (new FileStream(claim, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
                {
                    if (!Path.Exists(path))
                        return Directory.CreateDirectory(path);
                }
            }
            catch (IOException) when (Path.Exists(claim) || Path.Exists(path))
            {
            }
        }
    }

    private static bool IsInUse(DirectoryInfo run)
    {
        try
        {
            var owner = int.Parse(File.ReadAllText(Path.Combine(run.FullName, OwnerFile)), CultureInfo.InvariantCulture);
            if (owner == Environment.ProcessId)
                return false;
            using var process = Process.GetProcessById(owner);
            return !process.HasExited;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Delete(DirectoryInfo run)
    {
        try
        {
            run.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file in it is still open; a later run tries again.
        }
    }
}
