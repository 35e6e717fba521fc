namespace IpytestNet.Coverage.Results;

/// <summary>The coverage of one cell or file.</summary>
internal sealed record FileCoverage
{
    /// <summary>The name in reports: <c>In[3]</c>, <c>In[3/1]</c>, <c>Example.ipynb[3]</c>, or the path of a file relative to the working directory.</summary>
    public required string Name { get; init; }

    /// <summary>The full path of a file on disk; null for a cell.</summary>
    public string? Path { get; init; }

    /// <summary>The text that was measured; for a cell with its magic.</summary>
    public required string Source { get; init; }

    /// <summary>The executable lines, ascending.</summary>
    public required IReadOnlyList<LineCoverage> Lines { get; init; }

    /// <summary>The 1-based lines that are excluded, ascending.</summary>
    public IReadOnlyList<int> ExcludedLines { get; init; } = [];

    /// <summary>The outcomes of decisions, by line and then in their order in the source; none if branches were not measured.</summary>
    public IReadOnlyList<BranchOutcome> Outcomes { get; init; } = [];

    /// <summary>The functions and types, in the order of their first lines.</summary>
    public IReadOnlyList<CodeRegion> Regions { get; init; } = [];

    /// <summary>What is to be said of it in words, as <c>superseded by In[5]</c>; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Its numbers.</summary>
    public CoverageNumbers Numbers => NumbersIn(1, int.MaxValue);

    /// <summary>The executable lines that ran.</summary>
    public IEnumerable<int> ExecutedLines => Lines.Where(line => line.Hits > 0).Select(line => line.Number);

    /// <summary>The executable lines that did not run.</summary>
    public IEnumerable<int> MissingLines => Lines.Where(line => line.Hits == 0).Select(line => line.Number);

    /// <summary>The numbers of a part of it.</summary>
    /// <param name="first">The first line of the part.</param>
    /// <param name="last">The last line of the part.</param>
    public CoverageNumbers NumbersIn(int first, int last)
    {
        var lines = Lines.Where(line => line.Number >= first && line.Number <= last).ToList();
        var ran = lines.Where(line => line.Hits > 0).Select(line => line.Number).ToHashSet();
        var outcomes = Outcomes.Where(outcome => outcome.Line >= first && outcome.Line <= last).ToList();
        return new CoverageNumbers
        {
            Statements = lines.Count,
            MissingStatements = lines.Count - ran.Count,
            ExcludedStatements = ExcludedLines.Count(line => line >= first && line <= last),
            Outcomes = outcomes.Count,
            MissingOutcomes = outcomes.Count(outcome => !outcome.IsTaken),
            PartialOutcomes = outcomes.Count(outcome => !outcome.IsTaken && ran.Contains(outcome.Line)),
        };
    }
}
