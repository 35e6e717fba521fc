using IpytestNet.Coverage.Instrumentation;
using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Measuring;

/// <summary>The counts of one cell or file, added up over the code that was compiled of it.</summary>
internal sealed class FileCounts
{
    private readonly SortedDictionary<int, LineCoverage> _lines = [];
    private readonly IReadOnlyList<CodeOutcome> _outcomes;
    private readonly Dictionary<(int Line, string Code, string Word, int Number), long> _hits = [];

    /// <param name="map">What was found in it.</param>
    public FileCounts(CodeMap map)
    {
        foreach (var unit in map.Units)
            _lines[unit.Line] = new LineCoverage(unit.Line, Hits: 0);
        _outcomes = map.Outcomes;
    }

    /// <summary>Adds what was counted; lines that it does not have are left out.</summary>
    public void Add(MeasuredCode code, CodeMap map, bool hasContexts)
    {
        foreach (var line in map.Units.GroupBy(unit => unit.Line))
        {
            if (!_lines.TryGetValue(line.Key, out var known))
                continue;
            _lines[line.Key] = new LineCoverage(line.Key, known.Hits + line.Max(unit => unit.HitsIn(code.Hits)))
            {
                Contexts = hasContexts ? [.. known.Contexts.Union(ContextsOf(code, line), StringComparer.Ordinal)] : [],
            };
        }

        foreach (var (key, outcome) in Keyed(map.Outcomes))
            _hits[key] = _hits.GetValueOrDefault(key) + outcome.HitsIn(code.Hits);
    }

    /// <summary>The lines.</summary>
    public IReadOnlyList<LineCoverage> Lines() => [.. _lines.Values];

    /// <summary>The outcomes.</summary>
    public IReadOnlyList<BranchOutcome> Outcomes()
    {
        var decisions = new Dictionary<int, List<(int Place, string Code)>>();
        return [.. Keyed(_outcomes).Select(entry => new BranchOutcome(entry.Outcome.Unit.Line, DecisionOf(entry.Outcome), _hits.GetValueOrDefault(entry.Key))
        {
            Code = entry.Outcome.Code,
            Word = entry.Outcome.Word,
            Destination = entry.Outcome.Destination,
            IsOptional = entry.Outcome.IsOptional,
        })];

        int DecisionOf(CodeOutcome outcome)
        {
            if (!decisions.TryGetValue(outcome.Unit.Line, out var places))
                decisions[outcome.Unit.Line] = places = [];
            var index = places.IndexOf((outcome.Place, outcome.Code));
            if (index >= 0)
                return index;
            places.Add((outcome.Place, outcome.Code));
            return places.Count - 1;
        }
    }

    private static IEnumerable<string> ContextsOf(MeasuredCode code, IEnumerable<CodeUnit> units) =>
        code.Contexts.Where(context => units.Any(unit => unit.Probes.Any(context.Value.Contains))).Select(context => context.Key);

    // Code that is declared again has other positions; the same decision of the same line has the same number.
    private static IEnumerable<((int, string, string, int) Key, CodeOutcome Outcome)> Keyed(IEnumerable<CodeOutcome> outcomes)
    {
        var numbers = new Dictionary<(int, string, string), int>();
        // In the order of the source; those of one decision stay together.
        foreach (var outcome in outcomes.OrderBy(outcome => outcome.Unit.Line).ThenBy(outcome => outcome.Place))
        {
            var key = (outcome.Unit.Line, outcome.Code, outcome.Word);
            var number = numbers[key] = numbers.GetValueOrDefault(key, -1) + 1;
            yield return ((key.Line, key.Code, key.Word, number), outcome);
        }
    }
}
