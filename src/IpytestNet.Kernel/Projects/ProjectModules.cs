using System.Collections.Concurrent;
using IpytestNet.Hosting;
using IpytestNet.Kernel.Compilation;
using IpytestNet.Kernel.Execution;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Projects;

/// <summary>The projects of a notebook, each in its newest version that compiles.</summary>
/// <param name="compiler">Compiles them.</param>
/// <param name="loadContext">Where they are loaded.</param>
internal sealed class ProjectModules(ProjectCompiler compiler, CellLoadContext loadContext)
{
    private const string NotUnderstood = "IPY0021";
    private const string Cyclic = "IPY0022";

    private readonly ConcurrentDictionary<string, ProjectModule> _modules = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Stamp, ProjectDescription Description)> _descriptions = ProjectDescriptions.OfProcess;
    private readonly ConcurrentDictionary<string, PortableExecutableReference> _libraries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What cells refer to: the projects, and the packages that those refer to.</summary>
    public IEnumerable<PortableExecutableReference> References => _modules.Values.Select(module => module.Reference).Concat(_libraries.Values);

    /// <summary>Gives a project by the path of its file; null if it has not been brought.</summary>
    public ProjectModule? Find(string path) => _modules.GetValueOrDefault(path);

    /// <summary>Takes down that a project was looked for, and is not there yet.</summary>
    public void Miss(IEnumerable<string> paths) => loadContext.Dependencies.AddFiles(paths);

    /// <summary>
    /// Compiles and loads a project and those that it refers to, if they are not there yet or their content has changed. Where that
    /// fails, what was there stays.
    /// </summary>
    /// <param name="path">The full path of the project file.</param>
    /// <param name="asked">What asks for it.</param>
    /// <exception cref="CompilationException">It does not compile.</exception>
    public void Bring(string path, CellReference asked) => Bring(path, asked, []);

    private void Bring(string path, CellReference asked, List<string> above)
    {
        if (above.Contains(path, StringComparer.Ordinal))
            throw Refused(asked, Cyclic, $"Expected projects without a cycle, but {string.Join(" refers to ", above.SkipWhile(project => project != path).Append(path))}");
        Note(ProjectDependencies.Of(path));
        var description = Describe(path, asked);
        Note(ProjectDependencies.Of(description));
        List<string> own = [.. above, path];
        foreach (var project in description.Projects)
            Bring(project, asked, own);

        var projects = All(description.Projects).ToList();
        var sources = ProjectSources.Read(description, projects);
        var before = Find(path);
        if (before?.Content == sources.Content)
            return;
        var generation = (before?.Generation ?? 0) + 1;
        var build = compiler.Compile(sources, projects, generation);
        if (build.Problems.Count > 0)
            throw new CompilationException(build.Problems);
        AddLibraries(description, sources);
        using MemoryStream image = new(build.Image), symbols = new(build.Symbols);
        _modules[path] = new ProjectModule(
            description,
            sources.Content,
            generation,
            MetadataReference.CreateFromImage(build.Image, documentation: new EmittedDocumentation(build.Documentation)),
            loadContext.LoadGeneration(image, symbols));
    }

    private void Note(IEnumerable<Dependency> dependencies)
    {
        foreach (var dependency in dependencies)
            loadContext.Dependencies.Add(dependency);
    }

    private static CompilationException Refused(CellReference asked, string code, string problem) => new([asked.Problem(code, problem)]);

    private ProjectDescription Describe(string path, CellReference asked)
    {
        if (_descriptions.TryGetValue(path, out var known) && known.Stamp == ProjectStamp.Of(path))
            return known.Description;
        var description = Ask(path, asked);
        _descriptions[path] = (ProjectStamp.Of(path), description);
        return description;
    }

    private static ProjectDescription Ask(string path, CellReference asked)
    {
        try
        {
            var description = ProjectQuery.Run(path, ExecutionScope.Current?.Interruption ?? CancellationToken.None);
            return description.Arguments.Count > 0
                ? description
                : throw Refused(asked, NotUnderstood, $"Expected a project in C#, but {path} calls no C# compiler; build it, and refer to its .dll");
        }
        catch (ProjectException problem)
        {
            throw Refused(asked, NotUnderstood, $"MSBuild cannot tell how {path} is compiled:\n{problem.Message}");
        }
    }

    // Projects hand on what they refer to.
    private IEnumerable<ProjectModule> All(IEnumerable<string> paths) => paths
        .SelectMany(path => _modules.TryGetValue(path, out var module) ? All(module.Description.Projects).Prepend(module) : [])
        .DistinctBy(module => module.Description.Path, StringComparer.Ordinal);

    private void AddLibraries(ProjectDescription description, ProjectSources sources)
    {
        var ofProjects = All(description.Projects).Select(module => module.Description.AssemblyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var library in description.Libraries.Where(library => Path.GetExtension(library) is ".dll" && !ofProjects.Contains(Path.GetFileNameWithoutExtension(library))))
            loadContext.AddFile(library);
        foreach (var reference in sources.Libraries.Where(library => !NotebookReferences.IsProvided(Path.GetFileNameWithoutExtension(library.FilePath!))))
        {
            _libraries.TryAdd(Path.GetFileNameWithoutExtension(reference.FilePath!), reference);
            if (SharedFramework.Find(reference.FilePath!) is { } running)
                loadContext.AddFile(running);
        }
    }
}
