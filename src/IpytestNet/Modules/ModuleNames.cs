using System.Collections;
using System.Reflection;
using IpytestNet.Hosting;

namespace IpytestNet.Modules;

/// <summary>Finds modules by what a person calls them.</summary>
internal static class ModuleNames
{
    /// <summary>The modules that names stand for: those of the name, and those below it (<c>Shop</c> is also <c>Shop.Models</c>).</summary>
    /// <param name="modules">The modules of the notebook.</param>
    /// <param name="names">The names; case does not matter.</param>
    /// <exception cref="ArgumentException">There is no such module; the message lists those that there are.</exception>
    public static IReadOnlyList<string> Find(ICodeModules modules, IEnumerable<string> names)
    {
        var known = modules.Names;
        return [.. names.SelectMany(Fitting).Distinct(StringComparer.Ordinal)];

        List<string> Fitting(string name) =>
            known.Where(module => Fits(module, name, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } found ? found : throw Unknown(name, known);
    }

    /// <summary>The name of what stands for a module in a call: a name, an assembly or a type.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static string Of(object module, ICodeModules modules) => module switch
    {
        string name => name,
        Type type => Of(type.Assembly, modules),
        Assembly assembly => modules.NameOf(assembly) ?? assembly.GetName().Name!,
        _ => throw new ArgumentException(
            $"Expected the name of a module, an assembly or a type, as in Ipytest.Reload(\"Shop\"), but got {(module is null ? "null" : $"an object of type {module.GetType().Name}")}.", nameof(module)),
    };

    /// <summary>Removes the entries of a dictionary whose keys are names, or below them.</summary>
    public static void Remove(IDictionary entries, IReadOnlyList<string> names)
    {
        foreach (var key in entries.Keys.OfType<string>().Where(key => names.Any(name => Fits(key, name, StringComparison.Ordinal))).ToList())
            entries.Remove(key);
    }

    private static bool Fits(string module, string name, StringComparison comparison) =>
        module.StartsWith(name, comparison) && (module.Length == name.Length || (name.Length > 0 && module[name.Length] is '.'));

    private static ArgumentException Unknown(string name, IReadOnlyList<string> known) => new(known is []
        ? $"There is no module '{name}': no cell has taken in code from outside of the notebook yet, as with #r \"project: ../src/Shop/Shop.csproj\"."
        : $"There is no module '{name}'. Expected one of: {string.Join(", ", known)}.",
        nameof(name));
}
