using System.Text.RegularExpressions;

namespace IpytestNet.Kernel.Compilation;

/// <summary>The markers of nbval as Python writes them, <c># NBVAL_SKIP</c>, which C# would take for a directive.</summary>
internal static partial class MarkerComments
{
    /// <summary>Makes comments of them; no line moves.</summary>
    public static string Apply(string text) => text.Contains("NBVAL_", StringComparison.Ordinal) || text.Contains("PYTEST_VALIDATE_", StringComparison.Ordinal)
        ? Marker().Replace(text, "${indentation}//${rest}")
        : text;

    [GeneratedRegex(@"^(?<indentation>[ \t]*)#[# \t]*(?<rest>(?:NBVAL|PYTEST_VALIDATE)_[A-Z_]+[ \t]*(?::.*)?\r?)$", RegexOptions.Multiline)]
    private static partial Regex Marker();
}
