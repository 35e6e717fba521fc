using System.Reflection;
using System.Runtime.Loader;
using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Fixtures;
using IpytestNet.Sessions;

namespace IpytestNet.Discovery;

/// <summary>Collects the tests of what a run is about: the notebook, a type, an assembly, and files given by path.</summary>
internal static class TestCollection
{
    /// <summary>The name that begins the node ids of a module.</summary>
    /// <exception cref="ArgumentException">It is nothing that can hold tests.</exception>
    public static string ModuleName(NotebookSession session, object? module) => module switch
    {
        null => session.ModuleName,
        NotebookModule notebook => notebook.Name,
        Type type when IsOfNotebook(type) => session.ModuleName,
        Type type => AssemblyTests.ModuleName(type.Assembly),
        Assembly assembly => AssemblyTests.ModuleName(assembly),
        _ => throw new ArgumentException(
            $"module: expected a Type, an Assembly or Ipytest.Notebook, but got a value of type {module.GetType().Name}; leave it out for the notebook.",
            nameof(module)),
    };

    /// <summary>Collects the tests.</summary>
    /// <exception cref="UsageException">A path is not to be found or holds no tests that can run here.</exception>
    /// <param name="session">The notebook.</param>
    /// <param name="module">What is tested by default.</param>
    /// <param name="targets">Node ids of it, and paths.</param>
    /// <param name="fixtures">The fixtures that tests of the notebook can ask for.</param>
    public static async Task<IReadOnlyList<TestCase>> CollectAsync(
        NotebookSession session, object? module, IReadOnlyList<string> targets, FixtureTable fixtures)
    {
        var name = ModuleName(session, module);
        var tests = new List<TestCase>();
        if (targets.Any(target => NodeId.IsOf(target, name)))
            tests.AddRange(await CollectAsync(session, module, fixtures));
        foreach (var path in targets.Where(target => !NodeId.IsOf(target, name)))
            tests.AddRange(await CollectFileAsync(path));
        return tests;
    }

    private static Task<IReadOnlyList<TestCase>> CollectAsync(NotebookSession session, object? module, FixtureTable fixtures) => module switch
    {
        Type type => AssemblyTests.FindAsync(type, ModuleName(session, type)),
        Assembly assembly => AssemblyTests.FindAsync(assembly),
        _ when session.Host is null => throw new UsageException(
            "there is no notebook to take tests from; name a type or an assembly, as in Ipytest.Run(module: typeof(MyTests))"),
        _ => NotebookTests.FindAsync(session, fixtures),
    };

    // Types of cells are nested in the class that the compiler makes of their cell.
    private static bool IsOfNotebook(Type type) => type.FullName?.StartsWith("Submission#", StringComparison.Ordinal) is true;

    private static async Task<IReadOnlyList<TestCase>> CollectFileAsync(string target)
    {
        if (string.IsNullOrWhiteSpace(target))
            throw new UsageException("expected node ids and options, but an argument is empty; leave it out");
        var path = Path.GetFullPath(target.Split("::")[0]);
        if (!Path.Exists(path))
            throw new UsageException($"file or directory not found: {target}");
        return Path.GetExtension(path) is ".dll"
            ? await AssemblyTests.FindAsync(AssemblyLoadContext.Default.LoadFromAssemblyPath(path))
            : throw new UsageException(
                $"cannot run the tests of {target}: expected a node id of the notebook or the path of a .dll; other files are not available in this version");
    }
}
