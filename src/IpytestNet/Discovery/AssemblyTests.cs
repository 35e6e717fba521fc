using System.Reflection;
using IpytestNet.Execution;
using IpytestNet.Frameworks.Xunit;

namespace IpytestNet.Discovery;

/// <summary>Finds the tests of compiled code: of an assembly, or of one type.</summary>
internal static class AssemblyTests
{
    /// <summary>The tests of the public classes of an assembly.</summary>
    public static Task<IReadOnlyList<TestCase>> FindAsync(Assembly assembly) =>
        FindAsync(assembly, ModuleName(assembly), assembly.GetExportedTypes().Where(type => !type.IsNested));

    /// <summary>The tests of a type and of those nested in it.</summary>
    public static Task<IReadOnlyList<TestCase>> FindAsync(Type type, string module) => FindAsync(type.Assembly, module, [type]);

    /// <summary>The name that begins the node ids of an assembly's tests.</summary>
    public static string ModuleName(Assembly assembly) => assembly.GetName().Name + ".dll";

    private static async Task<IReadOnlyList<TestCase>> FindAsync(Assembly assembly, string module, IEnumerable<Type> types)
    {
        var containers = types
            .SelectMany(type => TestClasses.In(type))
            .Select(found => new TestContainer(found.Type, module, found.Names))
            .ToArray();
        return NodeIds.MakeUnique(await XunitFramework.DiscoverAsync(containers, assembly.GetTypes()));
    }
}
