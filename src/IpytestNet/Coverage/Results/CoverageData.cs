namespace IpytestNet.Coverage.Results;

/// <summary>What was measured: cells and files with their lines and branches.</summary>
internal sealed record CoverageData
{
    /// <summary>The cells and files, each name once.</summary>
    public required IReadOnlyList<FileCoverage> Files { get; init; }

    /// <summary>Whether branches were measured, and not lines alone.</summary>
    public bool HasBranches { get; init; }

    /// <summary>Whether it is known which test hit which line (<c>--cov-context=test</c>).</summary>
    public bool HasContexts { get; init; }

    /// <summary>What a reader must know: code that could not be measured, cells to run again.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The sum of all files.</summary>
    public CoverageNumbers Totals => Files.Aggregate(new CoverageNumbers(), (sum, file) => sum + file.Numbers);
}
