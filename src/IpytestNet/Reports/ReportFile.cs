using System.Text;
using IpytestNet.CommandLine;
using IpytestNet.Files;

namespace IpytestNet.Reports;

/// <summary>The file that a report is written to: known to be writable before any test runs, and replaced whole.</summary>
internal sealed class ReportFile
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    private ReportFile(string path) => Path = path;

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Takes the value of an option; missing folders are made.</summary>
    /// <param name="option">The name of the option.</param>
    /// <param name="value">The path, relative to <paramref name="directory"/>; <c>~</c> is the user's folder.</param>
    /// <param name="directory">The folder that relative paths start from.</param>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static ReportFile Open(string option, string value, string directory)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw Refusal($"expected the path of a file, but it is empty; write {option}=PATH");
        try
        {
            var path = System.IO.Path.GetFullPath(WithoutTilde(value), directory);
            if (Directory.Exists(path) || System.IO.Path.EndsInDirectorySeparator(value))
                throw Refusal($"{option} must be a filename, given: {value}");
            if (!IsDevice(path))
                Try(path);
            return new ReportFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Refusal($"cannot write '{value}': {e.Message.TrimEnd('.')}. Name a file in a folder that can be written");
        }

        UsageException Refusal(string message) => new($"argument {option}: {message}");
    }

    /// <summary>Puts a text in the place of what the file holds.</summary>
    public void Write(string text)
    {
        if (IsDevice(Path))
        {
            using var device = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            device.Write(Encoding.GetBytes(text));
            return;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        AtomicFile.Write(Path, text, Encoding);
    }

    private static string WithoutTilde(string path) => path is "~" || path.StartsWith("~/", StringComparison.Ordinal)
        ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..]
        : path;

    // A rename would put a file in the place of /dev/stdout.
    private static bool IsDevice(string path) =>
        OperatingSystem.IsWindows() ? path.StartsWith(@"\\.\", StringComparison.Ordinal) : path.StartsWith("/dev/", StringComparison.Ordinal);

    private static void Try(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        // The system only says that something exists.
        for (var above = folder; above is not null; above = System.IO.Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                throw new IOException($"'{above}' is a file and no folder");
        }

        Directory.CreateDirectory(folder);
        if (File.Exists(path))
        {
            using var existing = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }

        var beside = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(path)}.{System.IO.Path.GetRandomFileName()}");
        try
        {
            using var probe = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (FileNotFoundException e)
        {
            // The message would name the probe, which says nothing to the user.
            throw new IOException($"no file can be made in '{folder}'", e);
        }
    }
}
