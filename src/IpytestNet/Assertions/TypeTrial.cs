using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>Tries types of patterns, which are known by their names, on values.</summary>
internal static class TypeTrial
{
    /// <summary>Tells whether a value is of a type; null if the name does not tell.</summary>
    public static bool? IsOf(object? value, string type)
    {
        if (value is null)
            return false;
        var names = TypesOf(value.GetType()).Select(TypeName.Of).ToList();
        if (names.Contains(type))
            return true;

        // A type with arguments has many names, and a value can be of it by variance.
        if (type.AsSpan().IndexOfAny("<[(?") >= 0)
            return null;
        if (!names.Exists(name => Last(name) == Last(type)))
            return false;
        return names.Exists(name => IsTail(name, type) || IsTail(type, name)) ? true : null;
    }

    private static IEnumerable<Type> TypesOf(Type type)
    {
        for (var own = type; own is not null; own = own.BaseType)
            yield return own;
        foreach (var implemented in type.GetInterfaces())
            yield return implemented;
    }

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static bool IsTail(string name, string tail) => name.EndsWith($".{tail}", StringComparison.Ordinal);
}
