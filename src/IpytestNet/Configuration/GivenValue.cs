namespace IpytestNet.Configuration;

/// <summary>The wording of values that settings reject.</summary>
internal static class GivenValue
{
    /// <summary>Writes a value as a person would in C#.</summary>
    public static string Describe(object? value) =>
        value switch
        {
            null => "null",
            true => "true",
            false => "false",
            string text => $"\"{text}\"",
            _ => $"{value}",
        };
}
