using System.Reflection;
using IpytestNet.Frameworks.Xunit;

namespace IpytestNet.Discovery;

/// <summary>Finds test classes in types, nested ones too.</summary>
internal static class TestClasses
{
    /// <summary>The test classes in a type, itself first, each with the names of the classes around it.</summary>
    public static IEnumerable<(Type Type, IReadOnlyList<string> Names)> In(Type type, IReadOnlyList<string>? outer = null)
    {
        IReadOnlyList<string> names = [.. outer ?? [], type.Name.Split('`')[0]];
        if (XunitFramework.IsTestClass(type))
            yield return (type, names);
        foreach (var nested in type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic))
        {
            foreach (var found in In(nested, names))
                yield return found;
        }
    }
}
