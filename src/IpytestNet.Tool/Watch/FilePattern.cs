using IpytestNet.Kernel.Assemblies;

namespace IpytestNet.Tool.Watch;

/// <summary>Patterns of files, as a command line has them.</summary>
internal static class FilePattern
{
    /// <summary>Returns what a pattern stands for, or somewhat more: of the wildcards only <c>*</c> and <c>**</c> are told apart.</summary>
    /// <param name="pattern">The pattern, such as <c>../docs/**/*.md</c>.</param>
    /// <param name="folder">The folder that it starts from.</param>
    public static Dependency Read(string pattern, string folder)
    {
        var segments = pattern.Replace('\\', '/').Split('/');
        var fixedCount = Math.Min(segments.TakeWhile(segment => !IsWild(segment)).Count(), segments.Length - 1);
        var root = fixedCount is 0 ? folder : Path.GetFullPath(string.Join('/', segments[..fixedCount]) + "/", folder);
        var names = segments[fixedCount..].Select(segment => segment.AsSpan().IndexOfAny('?', '[') >= 0 ? "*" : segment);
        return new Dependency(Path.TrimEndingDirectorySeparator(root), string.Join('/', names));
    }

    private static bool IsWild(string segment) => segment.AsSpan().IndexOfAny('*', '?', '[') >= 0;
}
