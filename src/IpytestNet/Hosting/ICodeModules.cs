using System.Reflection;

namespace IpytestNet.Hosting;

/// <summary>The code outside of a notebook that its cells use: projects, libraries, packages and loaded files.</summary>
public interface ICodeModules
{
    /// <summary>Their names, sorted. Names may have dots: <c>Shop.Models</c>, <c>helpers.cs</c>.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The name of the module that an assembly belongs to, in whatever version; null if there is none.</summary>
    string? NameOf(Assembly assembly);

    /// <summary>Brings the newest code on disk of modules, and of those that depend on them. What has not changed stays as it is.</summary>
    /// <param name="names">Their names, as <see cref="Names"/> has them.</param>
    /// <exception cref="CompilationException">It does not compile; the version before stays.</exception>
    void Reload(IReadOnlyCollection<string> names);

    /// <summary>Does so for all whose content has changed.</summary>
    /// <exception cref="CompilationException">It does not compile; the version before stays.</exception>
    void ReloadChanged();

    /// <summary>The names of the modules of which code uses another version than the newest.</summary>
    IReadOnlyList<string> OutdatedIn(Assembly code);
}
