using System.Reflection;
using IpytestNet.Hosting;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Compilation;

namespace IpytestNet.Kernel.Modules;

/// <summary>All code outside of a notebook that its cells use, of whatever kind.</summary>
/// <param name="sources">The kinds; what one brings may be used by those behind it.</param>
/// <param name="loadContext">Where the modules are loaded.</param>
internal sealed class NotebookModules(IReadOnlyList<IModuleSource> sources, CellLoadContext loadContext) : ICodeModules
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [.. Modules.Select(module => module.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    private IEnumerable<CodeModule> Modules => sources.SelectMany(source => source.Modules);

    /// <inheritdoc/>
    public string? NameOf(Assembly assembly) => NameOf(assembly.GetName().Name!);

    /// <inheritdoc/>
    public void Reload(IReadOnlyCollection<string> names)
    {
        foreach (var module in Modules.Where(module => module.IsFixed && names.Contains(module.Name, StringComparer.OrdinalIgnoreCase)))
            Console.Error.WriteLine($"{module.Name} is a package, which stays what it is until the notebook is restarted.");
        ReloadIn(names);
    }

    /// <inheritdoc/>
    public void ReloadChanged() => ReloadIn(Names);

    /// <inheritdoc/>
    public IReadOnlyList<string> OutdatedIn(Assembly code) => [.. loadContext.OutdatedIn(code).Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal)];

    private string? NameOf(string assembly) =>
        Modules.FirstOrDefault(module => string.Equals(module.AssemblyName, assembly, StringComparison.OrdinalIgnoreCase))?.Name;

    private void ReloadIn(IEnumerable<string> names)
    {
        var all = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var source in sources)
            source.Reload(all);
    }
}
