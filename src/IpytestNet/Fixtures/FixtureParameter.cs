using System.Reflection;

namespace IpytestNet.Fixtures;

/// <summary>A parameter of a test or of a fixture, which a fixture fills.</summary>
/// <param name="Name">Its name as it is written.</param>
/// <param name="Type">Its type.</param>
internal sealed record FixtureParameter(string Name, Type Type)
{
    /// <summary>The name under which the fixture is looked up.</summary>
    public string Key => FixtureName.Key(Name);

    /// <summary>Gives the parameters of a function that fixtures fill: those without a value of their own.</summary>
    /// <param name="method">The function.</param>
    public static IReadOnlyList<FixtureParameter> Of(MethodInfo method) => Of(method.GetParameters().Where(IsFilled));

    /// <summary>Gives parameters that fixtures fill.</summary>
    public static IReadOnlyList<FixtureParameter> Of(IEnumerable<ParameterInfo> parameters) =>
        [.. parameters.Select(parameter => new FixtureParameter(parameter.Name!, parameter.ParameterType))];

    /// <summary>Whether a fixture fills a parameter; as in pytest, one with a default value keeps it.</summary>
    public static bool IsFilled(ParameterInfo parameter) => !parameter.HasDefaultValue && !parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false);

    /// <summary>The value of a parameter that no fixture fills.</summary>
    public static object? DefaultOf(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue : Array.CreateInstance(parameter.ParameterType.GetElementType()!, 0);
}
