using System.Text;

namespace IpytestNet.Files;

/// <summary>Writes a file beside the old one and renames it, so that a reader sees the old text or the new one.</summary>
internal static class AtomicFile
{
    public static void Write(string path, string text, Encoding encoding)
    {
        var target = FinalTarget(path);
        var beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            WriteThrough(beside, text, encoding);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    // A rename onto a symbolic link would put a file in the link's place.
    private static string FinalTarget(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);

    private static void WriteThrough(string path, string text, Encoding encoding)
    {
        using var stream = new FileStream(path, FileMode.CreateNew);
        stream.Write(encoding.Preamble);
        stream.Write(encoding.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}
