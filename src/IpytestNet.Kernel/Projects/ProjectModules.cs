using System.Collections.Concurrent;
using IpytestNet.Hosting;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Compilation;
using IpytestNet.Kernel.Execution;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Projects;

/// <summary>The projects of a notebook, each in its newest version that compiles.</summary>
/// <param name="compiler">Compiles them.</param>
/// <param name="loadContext">Where they are loaded.</param>
internal sealed class ProjectModules(ProjectCompiler compiler, CellLoadContext loadContext) : IModuleSource
{
    private const string Cyclic = "IPY0022";

    private readonly ConcurrentDictionary<string, ProjectModule> _modules = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Stamp, ProjectDescription Description)> _descriptions = ProjectDescriptions.OfProcess;
    private readonly ConcurrentDictionary<string, PortableExecutableReference> _libraries = new(StringComparer.OrdinalIgnoreCase);
    private readonly RetiredAssemblies _retired = new(loadContext);

    /// <summary>What cells refer to: the projects, and the packages that those refer to.</summary>
    public IEnumerable<PortableExecutableReference> References =>
        _modules.Values.Select(module => module.Code.Reference).Concat(_libraries.Values).Concat(_retired.References);

    /// <inheritdoc/>
    public IEnumerable<CodeModule> Modules => _modules.Values.SelectMany(module => module.Names.Select(name => new CodeModule(name, module.AssemblyName)));

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

    /// <inheritdoc/>
    public void Reload(IReadOnlySet<string> names)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, _) in _modules.Where(entry => All([entry.Key]).Exists(module => module.Names.Any(names.Contains))).ToList())
            Bring(path, new CellReference($"project: {path}", path, Line: 1, Column: 1), done);
    }

    private void Bring(string path, CellReference asked, HashSet<string> done)
    {
        var display = new ProjectDisplay(path);
        var before = _modules.Values.ToList();
        var isThere = false;
        try
        {
            Bring(path, asked, display, done, []);
            RetireWhatIsGone();
            BringWhatTypesLeft(before, asked, display, done);
            isThere = true;
        }
        finally
        {
            if (isThere)
                display.End(isNew: before.TrueForAll(module => module.Description.Path != path));
            else
                display.Fail();
        }
    }

    // Many projects may refer to one: each is looked at once.
    private void Bring(string path, CellReference asked, ProjectDisplay display, HashSet<string> done, List<string> above)
    {
        if (above.Contains(path, StringComparer.Ordinal))
            throw Refused(asked, Cyclic, $"Expected projects without a cycle, but {string.Join(" refers to ", above.SkipWhile(project => project != path).Append(path))}");
        if (!done.Add(path))
            return;
        Note(ProjectDependencies.Of(path));
        var description = Describe(path, display);
        Note(ProjectDependencies.Of(description));
        List<string> own = [.. above, path];
        foreach (var project in description.Projects)
            Bring(project, asked, display, done, own);

        var projects = All(description.Projects);
        if (description.BuildReason is null)
            Compile(description, projects, asked, display);
        else
            Build(description, projects, asked, display);
    }

    private void Compile(ProjectDescription description, List<ProjectModule> projects, CellReference asked, ProjectDisplay display)
    {
        var read = ProjectSources.Read(description, projects);
        // With probes it is another assembly.
        var coverage = compiler.Coverage();
        var sources = read with { Content = read.Content + coverage.Stamp };
        var before = Find(description.Path);
        if (before?.Content == sources.Content)
            return;
        var build = compiler.Compile(sources, projects);
        if (build.Problems is [])
        {
            if (build.IsMeasured)
                coverage.CompiledFiles(description.AssemblyName, sources.Texts);
            else if (coverage.Options is not null)
                coverage.CannotMeasure(description.AssemblyName, "it does not compile with probes");
            Load(description, sources.Content, build, projects);
            AddLibraries(description, sources.Libraries);
        }
        else if (before is null or { Description.BuildReason: not null } && BuildSteps.Of(sources) is { } reason)
        {
            var built = description with { BuildReason = reason };
            Build(built, projects, asked, display);
            _descriptions[description.Path] = _descriptions[description.Path] with { Description = built };
        }
        else
        {
            throw new CompilationException(build.Problems);
        }
    }

    private void Build(ProjectDescription description, List<ProjectModule> projects, CellReference asked, ProjectDisplay display)
    {
        var content = ProjectInputs.Sum(description, projects);
        var before = Find(description.Path);
        if (before?.Content == content)
            return;
        var (complete, build) = ProjectBuilder.Run(description, asked, display);
        // Files were touched that do not count.
        if (before is not null && before.Made == ProjectModule.SumOf(build.Image, projects))
            _modules[description.Path] = before with { Content = content };
        else
            Load(complete, content, build, projects);
        AddLibraries(complete, [.. complete.References.Where(IsOwn).Select(library => MetadataReference.CreateFromFile(library))]);
        display.Note(description.Path, description.BuildReason!);
        if (compiler.Coverage().Options is not null)
            compiler.Coverage().CannotMeasure(complete.AssemblyName, $"it is built by MSBuild, since {description.BuildReason}");
    }

    private void Load(ProjectDescription description, string content, ProjectBuild build, List<ProjectModule> projects)
    {
        var image = AssemblyImage.Read(build.Image)!;
        var before = Find(description.Path);
        _modules[description.Path] = new ProjectModule(
            description,
            content,
            loadContext.LoadGeneration(
                image, build.Symbols, EmittedDocumentation.Of(build.Documentation), [.. projects.Select(module => module.Code)]))
        {
            Made = ProjectModule.SumOf(build.Image, projects),
            Types = image.Types,
        };
        _retired.Remove(image.Name.Name!);
        if (before is not null)
            Retire(before);
    }

    // An assembly of which there is another of its name now is seen no more; any other needs a stand-in.
    private void Retire(ProjectModule module)
    {
        if (!_modules.Values.Any(other => string.Equals(other.AssemblyName, module.AssemblyName, StringComparison.OrdinalIgnoreCase)))
            _retired.Add(module.Code);
    }

    // A project file may have been renamed, with all that it makes.
    private void RetireWhatIsGone()
    {
        foreach (var module in _modules.Values.Where(module => !File.Exists(module.Description.Path)))
        {
            _modules.TryRemove(module.Description.Path, out _);
            Retire(module);
        }
    }

    // As long as the project that a type was moved out of is what it was, the type is there twice.
    private void BringWhatTypesLeft(List<ProjectModule> before, CellReference asked, ProjectDisplay display, HashSet<string> done)
    {
        var types = _modules.Values.Except(before).SelectMany(module => module.Types).ToHashSet(StringComparer.Ordinal);
        foreach (var module in before.Where(module => Find(module.Description.Path) == module && module.Types.Overlaps(types)))
        {
            try
            {
                Bring(module.Description.Path, asked, display, done, []);
            }
            catch (CompilationException)
            {
                // Nobody has asked for it: it stays what it was.
            }
        }
    }

    private void Note(IEnumerable<Dependency> dependencies)
    {
        foreach (var dependency in dependencies)
            loadContext.Dependencies.Add(dependency);
    }

    private static CompilationException Refused(CellReference asked, string code, string problem) => new([asked.Problem(code, problem)]);

    private ProjectDescription Describe(string path, ProjectDisplay display)
    {
        if (_descriptions.TryGetValue(path, out var known) && known.Stamp == ProjectStamp.Of(path, known.Description.Imports))
            return known.Description;
        display.Ask(path);
        try
        {
            var description = ProjectQuery.Run(path, ExecutionScope.Current?.Interruption ?? CancellationToken.None);
            _descriptions[path] = (ProjectStamp.Of(path, description.Imports), description);
            return description;
        }
        catch (ProjectException)
        {
            // A build tells what is wrong, unless it is only that nothing can be told without building.
            return new ProjectDescription(path, "", "", [], [], []) { BuildReason = "MSBuild cannot tell how it is compiled" };
        }
    }

    // Projects hand on what they refer to.
    private List<ProjectModule> All(IEnumerable<string> paths)
    {
        var all = new List<ProjectModule>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Add(paths);
        return all;

        void Add(IEnumerable<string> some)
        {
            foreach (var path in some)
            {
                if (!seen.Add(path) || !_modules.TryGetValue(path, out var module))
                    continue;
                all.Add(module);
                Add(module.Description.Projects);
            }
        }
    }

    private void AddLibraries(ProjectDescription description, IReadOnlyList<PortableExecutableReference> references)
    {
        var ofProjects = All(description.Projects).Select(module => module.Description.AssemblyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var library in description.Libraries.Where(library => Path.GetExtension(library) is ".dll" && !ofProjects.Contains(Path.GetFileNameWithoutExtension(library))))
            loadContext.AddFile(library);
        foreach (var reference in references.Where(library => IsOwn(library.FilePath!) && !ofProjects.Contains(Path.GetFileNameWithoutExtension(library.FilePath!))))
        {
            _libraries.TryAdd(Path.GetFileNameWithoutExtension(reference.FilePath!), reference);
            if (SharedFramework.Find(reference.FilePath!) is { } running)
                loadContext.AddFile(running);
        }
    }

    private static bool IsOwn(string library) => !NotebookReferences.IsProvided(Path.GetFileNameWithoutExtension(library));
}
