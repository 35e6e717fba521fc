using System.Text.Json;

namespace IpytestNet.Configuration;

/// <summary>The names of the settings that a run accepts, in C#'s and in Python's spelling.</summary>
internal static class SettingNames
{
    /// <summary>The names, in C#'s spelling (<c>raiseOnError</c>).</summary>
    public static IReadOnlyList<string> OfRun { get; } =
        ["module", "plugins", "runInThread", "raiseOnError", "addopts", "defopts", "displayColumns", "coverage", "display"];

    /// <summary>Finds the name that is written in either spelling, or null.</summary>
    public static string? FindOfRun(string written) =>
        OfRun.FirstOrDefault(name => name == written || ToSnakeCase(name) == written);

    /// <summary>Gives Python's spelling (<c>raise_on_error</c>).</summary>
    public static string ToSnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
