using System.Collections.Concurrent;
using System.Collections.Immutable;
using IpytestNet.Hosting;
using IpytestNet.Kernel.Compilation;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Projects;

/// <summary>Projects that cells refer to, as in <c>#r "project: ../src/MyLib/MyLib.csproj"</c>, compiled from their sources.</summary>
/// <param name="modules">The projects.</param>
/// <param name="folders">The folders that relative paths of a cell start from.</param>
internal sealed class ProjectScheme(ProjectModules modules, Func<IReadOnlyList<string>> folders) : IReferenceScheme
{
    private const string NoProject = "IPY0020";

    private readonly ConcurrentDictionary<(string Reference, string Folder), string> _paths = new();

    /// <inheritdoc/>
    public string Name => "project:";

    /// <inheritdoc/>
    public IEnumerable<PortableExecutableReference> References => modules.References;

    /// <inheritdoc/>
    public void Prepare(IReadOnlyList<CellReference> references)
    {
        foreach (var reference in references)
        {
            var path = PathOf(reference);
            modules.Bring(path, reference);
            _paths[Key(reference.Text, reference.Path)] = path;
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<PortableExecutableReference> Resolve(string reference, string? baseFilePath) =>
        _paths.TryGetValue(Key(reference, baseFilePath), out var path) && modules.Find(path) is { } module ? [module.Code.Reference] : [];

    // Where cells stand, the same text means the same project as long as the notebook does not move.
    private static (string, string) Key(string reference, string? file) =>
        (reference, Path.IsPathRooted(file) ? Path.GetDirectoryName(file)! : "");

    private string PathOf(CellReference reference)
    {
        var said = reference.Text[Name.Length..].Trim();
        if (said.IndexOfAny(Path.GetInvalidPathChars()) is >= 0 and var at)
            throw new CompilationException([reference.Problem(NoProject, $"Expected the path of a project, but no path can have the character U+{(int)said[at]:X4}")]);
        var candidates = FileResolver.StartsOf(reference.Path, folders()).Select(folder => Path.GetFullPath(said, folder)).Distinct(StringComparer.Ordinal).ToList();
        if (said.Length > 0 && candidates.Find(File.Exists) is { } path)
            return path;
        modules.Miss(candidates);
        var problem = said.Length is 0
            ? "Expected the path of a project, as in #r \"project: ../src/MyLib/MyLib.csproj\""
            : candidates.Find(Directory.Exists) is { } folder
                ? $"Expected the path of a project file, but {folder} is a folder"
                : $"Expected a project file, but there is none at {string.Join(" or ", candidates)}";
        throw new CompilationException([reference.Problem(NoProject, problem)]);
    }
}
