using System.Reflection;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Sessions;

namespace IpytestNet.Kernel.Compilation;

/// <summary>The files that cells have loaded with <c>#load</c>.</summary>
/// <param name="compiler">Knows what they said then.</param>
/// <param name="loadContext">Knows whether their code uses the newest of other modules.</param>
/// <param name="run">Runs code as part of the notebook.</param>
internal sealed class LoadedModules(CellCompiler compiler, CellLoadContext loadContext, Action<string> run) : IModuleSource
{
    private readonly List<LoadedTogether> _loads = [];

    /// <inheritdoc/>
    public IEnumerable<CodeModule> Modules => _loads.SelectMany(load => load.Files.Select(file => new CodeModule(Path.GetFileName(file), load.Library?.GetName().Name)));

    /// <summary>Takes in the files that a cell has loaded.</summary>
    /// <param name="files">The files, in the order in which they ran.</param>
    /// <param name="code">The assembly of the cell.</param>
    public void Add(IReadOnlyList<CellSource> files, Assembly code)
    {
        if (files.Count == 0)
            return;
        var load = new LoadedTogether([.. files.Select(file => file.Cell)], code, files.Select(file => file.Library).FirstOrDefault(library => library is not null));
        _loads.RemoveAll(earlier => earlier.Files.All(load.Files.Contains));
        _loads.Add(load);
    }

    /// <inheritdoc/>
    public void Reload(IReadOnlySet<string> names)
    {
        // Files that one cell has loaded may need each other.
        foreach (var load in _loads.Where(load => IsChanged(load, names) || IsOutdated(load)).ToList())
            run(string.Concat(load.Files.Select(file => $"#load \"{file}\"\n")));
    }

    private bool IsChanged(LoadedTogether load, IReadOnlySet<string> names) =>
        load.Files.Any(file => names.Contains(Path.GetFileName(file))) && load.Files.Any(compiler.IsChanged);

    private bool IsOutdated(LoadedTogether load) => loadContext.OutdatedIn(load.Library ?? load.Code).Count > 0;

    /// <summary>Files that one cell has loaded.</summary>
    /// <param name="Files">Their full paths.</param>
    /// <param name="Code">The assembly of the cell, which has those that are scripts.</param>
    /// <param name="Library">The library that the others became, or null.</param>
    private sealed record LoadedTogether(IReadOnlyList<string> Files, Assembly Code, Assembly? Library);
}
