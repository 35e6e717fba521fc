namespace IpytestNet.Coverage;

/// <summary>Where reports go, and how they look.</summary>
/// <param name="Folder">The full path of the folder that relative paths start from.</param>
/// <param name="Width">The number of columns.</param>
/// <param name="IsColored">Whether colours are used.</param>
/// <param name="Time">The clock.</param>
internal sealed record CoverageReportStyle(string Folder, int Width, bool IsColored, TimeProvider Time);
