using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>Two types told apart.</summary>
internal static class TypeNames
{
    /// <summary>Says that two types differ, also if they are called the same.</summary>
    public static string Differ(Type left, Type right)
    {
        var (first, second) = (TypeName.Of(left), TypeName.Of(right));
        if (first != second)
            return $"the types differ: {first} and {second}";
        return left.FullName == right.FullName || left.Namespace is null || right.Namespace is null
            ? $"the types differ: there are two types {first} (was it defined again?)"
            : $"the types differ: {left.FullName} and {right.FullName}";
    }
}
