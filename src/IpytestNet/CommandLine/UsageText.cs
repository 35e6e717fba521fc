namespace IpytestNet.CommandLine;

/// <summary>What is printed about wrong arguments, in pytest's words.</summary>
internal static class UsageText
{
    /// <summary>The name under which errors are reported.</summary>
    public const string Program = "%%ipytest";

    /// <summary>The line that shows how arguments are written.</summary>
    public const string Line = $"usage: {Program} [options] [file_or_dir] [file_or_dir] [...]";

    /// <summary>Describes wrong arguments as pytest does: the usage line only where it helps.</summary>
    public static string Describe(UsageException error) =>
        error.ShowsUsage ? $"ERROR: {Line}\n{Program}: error: {error.Message}" : $"ERROR: {error.Message}";
}
