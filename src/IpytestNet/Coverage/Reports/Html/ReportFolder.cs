using System.Text;
using IpytestNet.Files;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The folder of a report, whose files are known, so that only they are replaced and removed.</summary>
internal sealed class ReportFolder
{
    /// <summary>The file that lists the files of the report.</summary>
    public const string MarkerName = ".ipytest-coverage";

    private const string IgnoreName = ".gitignore";
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);
    private readonly string _path;

    private ReportFolder(string path) => _path = path;

    private string Marker => Path.Combine(_path, MarkerName);

    /// <summary>Writes a report in the place of the one before it.</summary>
    /// <param name="path">The folder, which is made if there is none.</param>
    /// <param name="pages">The names and texts of its files.</param>
    /// <exception cref="IOException">The folder has a file by the name of one of them that is of no report, or cannot be written.</exception>
    public static void Replace(string path, IReadOnlyCollection<(string Name, string Text)> pages)
    {
        Directory.CreateDirectory(path);
        var folder = new ReportFolder(path);
        var old = folder.Known();
        // In a folder with other files it would hide them from Git.
        var isIgnored = old.Contains(IgnoreName) || Directory.EnumerateFileSystemEntries(path).All(entry => Path.GetFileName(entry) is MarkerName || old.Contains(Path.GetFileName(entry)));
        var files = isIgnored ? [.. pages, (IgnoreName, "*\n")] : pages;
        if (files.FirstOrDefault(file => !old.Contains(file.Name) && Path.Exists(folder.PathOf(file.Name))) is { Name: not null } foreign)
            throw new IOException($"'{foreign.Name}' in it is no file of a coverage report of ipytest");

        foreach (var name in old.Except(files.Select(file => file.Name)))
            File.Delete(folder.PathOf(name));
        // First the names: what is written before a failure is known too.
        AtomicFile.Write(folder.Marker, string.Concat(files.Select(file => $"{file.Name}\n")), Encoding);
        foreach (var (name, text) in files)
            AtomicFile.Write(folder.PathOf(name), text, Encoding);
    }

    // A name that leads out of the folder is none of a report.
    private HashSet<string> Known() => File.Exists(Marker)
        ? File.ReadLines(Marker).Where(line => line.Length > 0 && line == Path.GetFileName(line) && line is not (".." or ".")).ToHashSet(StringComparer.Ordinal)
        : new HashSet<string>(StringComparer.Ordinal);

    private string PathOf(string name) => Path.Combine(_path, name);
}
