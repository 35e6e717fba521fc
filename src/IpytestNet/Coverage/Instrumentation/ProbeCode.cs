using System.Globalization;
using IpytestNet.Rewriting;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>Writes the probes of a cell or file, and the class that holds their counters. It needs no library, so that any project can have it.</summary>
/// <param name="id">The number of the array of counters.</param>
internal sealed class ProbeCode(int id)
{
    private readonly string _class = string.Create(CultureInfo.InvariantCulture, $"{RegistrationRewriter.Reserved}c{id}");
    private readonly string _null = string.Create(CultureInfo.InvariantCulture, $"{RegistrationRewriter.Reserved}null{id}");

    /// <summary>Where the array of counters is kept for the code.</summary>
    public static string KeyOf(int id) => string.Create(CultureInfo.InvariantCulture, $"ipytest.coverage.{id}");

    /// <summary>Counts.</summary>
    public string Count(int probe) => string.Create(CultureInfo.InvariantCulture, $"{_class}.h[{probe}]++");

    /// <summary>Counts, as a statement.</summary>
    public string Statement(int probe) => $"{Count(probe)}; ";

    /// <summary>Counts, as a condition that holds, and that the compiler knows not to be false.</summary>
    public string Passed(int probe) => $"({Count(probe)} == 0 || true)";

    /// <summary>Counts, as a condition that does not hold, and that the compiler knows not to be true.</summary>
    public string Refused(int probe) => $"({Count(probe)} == 0 && false)";

    /// <summary>What follows a value, to count whether it is null (<paramref name="probe"/>) or not (the next one).</summary>
    public string Null(int probe) => string.Create(CultureInfo.InvariantCulture, $".{_null}({probe})");

    /// <summary>What stands before a value of a type, to count that it is asked for; a bracket closes it.</summary>
    public string Value(string type, int probe) => $"{_class}.Value<{type}>({Count(probe)}, ";

    /// <summary>A label.</summary>
    public string Label(int number) => string.Create(CultureInfo.InvariantCulture, $"{RegistrationRewriter.Reserved}end{id}_{number}");

    /// <summary>The class that holds the counters.</summary>
    /// <param name="isScript">Whether the code is a script, in which only functions outside of classes can be extensions.</param>
    public string Declarations(bool isScript)
    {
        // In the oldest C# that a project may be in.
        var extension = $"internal static T {_null}<T>(this T value, int probe) {{ {_class}.h[(object)value == null ? probe : probe + 1]++; return value; }}";
        return $$"""
            internal static class {{_class}} { internal static readonly long[] h = (long[])global::System.AppDomain.CurrentDomain.GetData("{{KeyOf(id)}}"); internal static T Value<T>(long hit, T value) { return value; } {{(isScript ? "" : extension)}} } {{(isScript ? extension : "")}}
            """;
    }
}
