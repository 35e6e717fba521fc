using IpytestNet.Coverage.Instrumentation;
using IpytestNet.Coverage.Measuring;
using IpytestNet.Coverage.Reports;

namespace IpytestNet.Coverage;

/// <summary>What <c>--cov=TARGET</c> and <c>[run] source</c> take in.</summary>
/// <param name="targets">The targets; none for everything.</param>
/// <param name="names">The names of cells and files.</param>
/// <param name="notebook">The name of the notebook.</param>
/// <param name="folder">The folder that relative paths start from.</param>
internal sealed class CoverageTargets(IReadOnlyList<string> targets, ICodeNames names, string notebook, string folder)
{
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);

    /// <summary>The targets that nothing was found for.</summary>
    public IEnumerable<string> Missed => targets.Where(target => !_met.Contains(target));

    /// <summary>Whether code is taken in.</summary>
    public bool Contain(MeasuredCode code, CodeMap map)
    {
        var own = targets.Where(target => Matches(target, code, map)).ToList();
        _met.UnionWith(own);
        return targets.Count == 0 || own.Count > 0;
    }

    private bool Matches(string target, MeasuredCode code, CodeMap map) => code.Module is null
        ? target == code.Path || target == notebook || target == Path.GetFileNameWithoutExtension(notebook) || MatchesPath(target, code)
        : IsOrIsIn(code.Module, target) || map.Namespaces.Any(name => IsOrIsIn(name, target)) || MatchesPath(target, code);

    private bool MatchesPath(string target, MeasuredCode code) =>
        FileSelection.Matches(target, names.Of(code.Path), code.Module is null ? null : code.Path, folder);

    private static bool IsOrIsIn(string name, string target) =>
        name.StartsWith(target, StringComparison.OrdinalIgnoreCase) && (name.Length == target.Length || name[target.Length] == '.');
}
