namespace IpytestNet.Reports.GitHub;

/// <summary>A line by which a step of a GitHub workflow asks for something, escaped by GitHub's rules.</summary>
internal static class WorkflowCommand
{
    /// <summary>The line that shows an error.</summary>
    /// <param name="file">The file that it is shown at, or null.</param>
    /// <param name="line">The 1-based line, or null.</param>
    /// <param name="title">The title.</param>
    /// <param name="message">The text; may have several lines.</param>
    public static string Error(string? file, int? line, string title, string message)
    {
        List<string> properties = [];
        if (file is not null)
            properties.Add($"file={Property(file)}");
        if (line is { } number)
            properties.Add($"line={number}");
        properties.Add($"title={Property(title)}");
        return $"::error {string.Join(',', properties)}::{Data(message)}";
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
