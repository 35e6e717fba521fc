using IpytestNet.Coverage.Reports;
using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage;
internal static class CoveragePatterns
{
    public static bool Matches(string pattern, string name, string? path, string folder) => false;
    public static CoverageData Select(CoverageData data, IReadOnlyList<string> include, IReadOnlyList<string> omit, string folder) => FileSelection.Of(data, include, omit, folder);
}
