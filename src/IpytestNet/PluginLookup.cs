using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using IpytestNet.CommandLine;
using IpytestNet.Hosting;
using IpytestNet.Plugins;
using IpytestNet.Sessions;

namespace IpytestNet;

/// <summary>Finds the plugin that <c>-p NAME</c> means, by the name of its type.</summary>
internal static partial class PluginLookup
{
    /// <summary>Makes the plugin: of a type of the notebook's cells, or of a referenced assembly.</summary>
    /// <param name="session">The notebook.</param>
    /// <param name="name">The simple or full name of the type.</param>
    /// <param name="builtIn">The names of the plugins that need no search, for the error.</param>
    /// <exception cref="UsageException">There is none, there are several, or it cannot be made.</exception>
    public static async Task<IPlugin> FindAsync(NotebookSession session, string name, IReadOnlyList<string> builtIn)
    {
        if (!TypeName().IsMatch(name))
            throw new UsageException($"argument -p: expected the name of a type, such as MyPlugin or My.Company.MyPlugin, or no:NAME, but got '{name}'");
        var assemblies = Assemblies(session).ToList();
        var types = await InScopeAsync(session, name) is { } type ? [type] : Named(assemblies, name).ToList();
        return types switch
        {
            [var only] => Make(only, name),
            [] => throw new UsageException($"argument -p: there is no plugin '{name}'; {Searched(session, assemblies, builtIn)}"),
            _ => throw new UsageException($"argument -p: '{name}' may be {string.Join(" or ", types.Select(one => one.FullName))}; write the full name"),
        };
    }

    private static async Task<Type?> InScopeAsync(NotebookSession session, string name)
    {
        if (session.Host is null)
            return null;
        try
        {
            return (Type?)await session.Host.EvaluateAsync($"typeof({name.Replace('+', '.')})", typeof(Type));
        }
        catch (CompilationException)
        {
            return null;
        }
    }

    private static IEnumerable<Type> Named(IEnumerable<Assembly> assemblies, string name) => assemblies
        .SelectMany(Types)
        .Where(type => type.FullName == name || (type.Name == name && typeof(IPlugin).IsAssignableFrom(type)));

    /// <summary>The loaded assemblies that can have plugins, but not those of another notebook in the same process.</summary>
    private static IEnumerable<Assembly> Assemblies(NotebookSession session)
    {
        var own = session.Definitions.All().Select(definition => AssemblyLoadContext.GetLoadContext(definition.Holder.GetType().Assembly)).FirstOrDefault();
        var library = typeof(IPlugin).Assembly.GetName().Name;
        return AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && AssemblyLoadContext.GetLoadContext(assembly) is { } context && (context == AssemblyLoadContext.Default || context == own))
            .Where(assembly => assembly.GetReferencedAssemblies().Any(reference => reference.Name == library));
    }

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }

    private static IPlugin Make(Type type, string name)
    {
        if (!typeof(IPlugin).IsAssignableFrom(type))
            throw new UsageException($"argument -p: expected a type that implements IpytestNet.Plugins.IPlugin, but {type.Name} does not");
        if (type.IsAbstract || type.ContainsGenericParameters || type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes) is null && !type.IsValueType)
            throw new UsageException($"argument -p: {type.Name} has no constructor without parameters; make the object yourself: Ipytest.Run(plugins: [new {name}(…)])");
        try
        {
            return (IPlugin)Activator.CreateInstance(type, nonPublic: true)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is { } cause)
        {
            throw new UsageException($"argument -p: the constructor of {type.Name} threw {cause.GetType().Name}: {cause.Message}");
        }
    }

    private static string Searched(NotebookSession session, List<Assembly> assemblies, IReadOnlyList<string> builtIn)
    {
        var ofCells = session.Definitions.Live()
            .Where(definition => definition.Type is { } type && typeof(IPlugin).IsAssignableFrom(type))
            .Select(definition => definition.Name)
            .ToList();
        var libraries = assemblies
            .Where(assembly => assembly.GetName().Name?.StartsWith('ℛ') is not true)
            .Select(assembly => assembly.GetName().Name);
        return $"the built-in ones are {string.Join(", ", builtIn)}; "
            + $"plugins in cells: {(ofCells is [] ? "none" : string.Join(", ", ofCells))}; "
            + $"assemblies searched: {(string.Join(", ", libraries.Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : "none")}. "
            + "For a type of an assembly that no cell has used yet, write the full name";
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_]*([.+][\p{L}_][\p{L}\p{N}_]*)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();
}
