using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IpytestNet.Kernel.Projects;

/// <summary>What a build of a project reads, as far as can be known from outside: the files in its folder, and those that it names.</summary>
internal static class ProjectInputs
{
    // What is larger is data, and told apart by size and time.
    private const int LargestRead = 4 << 20;

    /// <summary>Finds hidden files as well, and leaves out folders that are closed to the user.</summary>
    public static EnumerationOptions Everything { get; } = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    /// <summary>The files in the folder of a project but for what builds and tools put there.</summary>
    public static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*", Everything)
        .Concat(Directory.EnumerateDirectories(folder, "*", Everything).Where(inner => !IsOfTools(Path.GetFileName(inner))).SelectMany(FilesIn));

    /// <summary>The files that a project names. Notebooks, which are saved while they run, are none of what it is made from.</summary>
    public static IEnumerable<string> Named(ProjectDescription description) => description.Files.Where(IsNoNotebook);

    /// <summary>Whether a build or a tool has made a file.</summary>
    /// <param name="file">The full path of the file.</param>
    /// <param name="folder">The folder of the project.</param>
    public static bool IsMade(string file, string folder) =>
        Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[..^1].Any(part => part is not ".." && IsOfTools(part));

    /// <summary>Sums them up: the same sum means the same build.</summary>
    /// <param name="description">What MSBuild says of the project.</param>
    /// <param name="projects">The projects that it refers to, directly and through others.</param>
    public static string Sum(ProjectDescription description, IEnumerable<ProjectModule> projects)
    {
        var sum = new StringBuilder();
        foreach (var file in FilesIn(description.Folder).Concat(description.Imports).Where(IsNoNotebook).Concat(Named(description)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!IsMade(file, description.Folder))
                sum.Append(file).Append('\n').Append(ContentOf(new FileInfo(file))).Append('\n');
        }

        foreach (var module in projects)
            sum.Append(module.Code).Append('\n');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sum.ToString())));
    }

    private static bool IsOfTools(string folder) => folder is "bin" or "obj" or "node_modules" or ['.', ..];

    private static bool IsNoNotebook(string file) => Path.GetExtension(file) is not (".ipynb" or ".dib");

    private static string ContentOf(FileInfo file) => !file.Exists ? ""
        : file.Length > LargestRead ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}")
        : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName)));
}
