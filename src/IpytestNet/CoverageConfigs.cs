namespace IpytestNet;

internal static class CoverageConfigs { public static System.Collections.Generic.IReadOnlyList<string> Find(string root) => []; public static string Default => ""; }
