using System.Globalization;
using IpytestNet.Values;

namespace IpytestNet.Fixtures;

/// <summary>Whether values fit the parameters that ask for them.</summary>
internal static class FixtureConversion
{
    /// <summary>Whether a value can be given to a parameter of a type.</summary>
    public static bool Fits(object? value, Type type) => value is null
        ? !type.IsValueType || Nullable.GetUnderlyingType(type) is not null
        : type.IsInstanceOfType(value);

    /// <summary>The type of a value, as it is told.</summary>
    public static string Describe(object? value) => value is null ? "null" : $"a value of type {TypeName.Of(value.GetType())}";

    /// <summary>Gives one of the values in the attribute to the parameter <c>param</c>; constants are converted as C# would.</summary>
    /// <exception cref="FixtureException">It does not fit.</exception>
    public static object? Param(object? value, FixtureParameter parameter, FixtureDefinition fixture)
    {
        if (Fits(value, parameter.Type))
            return value;
        try
        {
            var type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
            if (value is IConvertible and not string && (type.IsPrimitive || type == typeof(decimal)))
                return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is InvalidCastException or OverflowException)
        {
        }

        throw new FixtureException(FixtureProblem.Type(
            fixture with { Name = "Params" }, parameter, $"the fixture '{fixture.Name}'", fixture.File, fixture.Line, Describe(value)));
    }
}
