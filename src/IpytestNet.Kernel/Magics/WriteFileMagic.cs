using IpytestNet.CommandLine;
using IpytestNet.Hosting;

namespace IpytestNet.Kernel.Magics;

/// <summary>The magic <c>%%writefile PATH</c>: writes the cell to a file instead of running it.</summary>
internal static class WriteFileMagic
{
    /// <summary>Writes a cell.</summary>
    public static async Task RunAsync(MagicCall call)
    {
        if (ShellWords.Split(call.Arguments) is not [var path])
            throw new UsageException($"%%writefile expects one path, as in %%writefile Data.cs, but got '{call.Arguments}'");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new UsageException($"%%writefile cannot write {path}: the folder {folder} does not exist; create it first, with Directory.CreateDirectory");
        if (Directory.Exists(path))
            throw new UsageException($"%%writefile cannot write {path}: it is a folder; name a file in it");
        var existed = File.Exists(path);
        await File.WriteAllTextAsync(path, call.Body[(call.Body.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        await Console.Out.WriteLineAsync($"{(existed ? "Overwriting" : "Writing")} {path}");
    }
}
