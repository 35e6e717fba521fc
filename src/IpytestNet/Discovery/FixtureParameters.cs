using System.Reflection;
using IpytestNet.Fixtures;
using Xunit;
using Xunit.v3;

namespace IpytestNet.Discovery;

/// <summary>Tells the parameters of a test by attribute that fixtures fill from those that its data fills, which are the left ones.</summary>
internal static class FixtureParameters
{
    /// <summary>Gives the positions of the parameters that fixtures fill.</summary>
    public static IReadOnlySet<int> PositionsOf(MethodInfo test, FixtureTable table)
    {
        var parameters = test.GetParameters();
        if (parameters.Length == 0)
            return new HashSet<int>();
        var open = parameters.Where(FixtureParameter.IsFilled);
        if (test.GetCustomAttributes().OfType<ITheoryAttribute>().Any())
            open = OfTheory(test, table, parameters);
        return open.Select(parameter => parameter.Position).ToHashSet();
    }

    private static IEnumerable<ParameterInfo> OfTheory(MethodInfo test, FixtureTable table, ParameterInfo[] parameters)
    {
        var data = test.GetCustomAttributes().OfType<IDataAttribute>().ToArray();
        var inline = data.OfType<InlineDataAttribute>().Select(attribute => attribute.Data?.Length ?? 0).DefaultIfEmpty(0).Max();
        if (data.Length > 0 && data.All(attribute => attribute is InlineDataAttribute))
            return parameters.Skip(inline).Where(FixtureParameter.IsFilled);
        // How many values other data has is known only when it is read: there names and types decide, from the right.
        return parameters.Skip(inline).Reverse()
            .TakeWhile(parameter => !FixtureParameter.IsFilled(parameter) || IsOfFixture(parameter, table))
            .Where(FixtureParameter.IsFilled);
    }

    private static bool IsOfFixture(ParameterInfo parameter, FixtureTable table)
    {
        var key = FixtureName.Key(parameter.Name!);
        var type = table.Find(key)?.ValueType ?? (key == FixtureName.Request ? typeof(FixtureRequest) : null);
        return type is not null && parameter.ParameterType.IsAssignableFrom(type);
    }
}
