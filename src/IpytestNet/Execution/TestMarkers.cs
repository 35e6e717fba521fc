using System.Reflection;
using Xunit.v3;

namespace IpytestNet.Execution;

/// <summary>The names that <c>-m</c> knows of a test: they stand in attributes on it and on the classes around it.</summary>
internal static class TestMarkers
{
    // To xUnit our own attribute is a trait too; its name says nothing, only its value does.
    private const string TraitOfMark = "Mark";

    /// <summary>The places whose attributes mark a test: its function, its class and the classes around that.</summary>
    public static IReadOnlyList<MemberInfo> Places(MethodInfo function, Type? testClass)
    {
        var places = new List<MemberInfo> { function };
        for (var type = testClass; type is not null; type = type.DeclaringType)
            places.Add(type);
        return places;
    }

    /// <summary>All markers: names of <c>[Mark]</c>, names and values of traits, and what our attributes stand for.</summary>
    /// <param name="places">Where attributes are looked for; those of base classes count too.</param>
    /// <param name="traits">Further traits, such as those of a theory's row.</param>
    public static IReadOnlyList<string> All(IEnumerable<MemberInfo> places, IEnumerable<KeyValuePair<string, string>> traits) =>
        [.. places.SelectMany(Of).Concat(traits.SelectMany(Names)).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.Ordinal)];

    /// <summary>The names of <c>[Mark]</c> alone: those that <c>--strict-markers</c> looks at.</summary>
    public static IReadOnlyList<string> OfMark(IEnumerable<MemberInfo> places) =>
        [.. places.SelectMany(place => place.GetCustomAttributes<MarkAttribute>(inherit: true)).Select(mark => mark.Name).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Of(MemberInfo place)
    {
        foreach (var attribute in place.GetCustomAttributes(typeof(ITraitAttribute), inherit: true).Cast<ITraitAttribute>())
        {
            foreach (var name in attribute.GetTraits().SelectMany(Names))
                yield return name;
        }

        if (place.IsDefined(typeof(SkipAttribute), inherit: true))
            yield return "skip";
        if (place.IsDefined(typeof(SkipIfAttribute), inherit: true))
            yield return "skipif";
        if (place.IsDefined(typeof(XFailAttribute), inherit: true))
            yield return "xfail";
    }

    private static IEnumerable<string> Names(KeyValuePair<string, string> trait) =>
        trait.Key == TraitOfMark ? [trait.Value] : [trait.Key, trait.Value];
}
