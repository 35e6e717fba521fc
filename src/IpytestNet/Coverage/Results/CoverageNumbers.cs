namespace IpytestNet.Coverage.Results;

/// <summary>Counts of statements and outcomes, as coverage.py reckons with them.</summary>
internal sealed record CoverageNumbers
{
    /// <summary>The executable lines.</summary>
    public int Statements { get; init; }

    /// <summary>Those that did not run.</summary>
    public int MissingStatements { get; init; }

    /// <summary>The excluded lines.</summary>
    public int ExcludedStatements { get; init; }

    /// <summary>The outcomes of decisions.</summary>
    public int Outcomes { get; init; }

    /// <summary>Those that did not come about.</summary>
    public int MissingOutcomes { get; init; }

    /// <summary>Those of them that belong to lines that ran.</summary>
    public int PartialOutcomes { get; init; }

    /// <summary>What is covered of statements and outcomes together, from 0 to 100; 100 of nothing.</summary>
    public double Percent => PercentOf(Statements - MissingStatements + Outcomes - MissingOutcomes, Statements + Outcomes);

    /// <summary>What is covered of the statements.</summary>
    public double StatementPercent => PercentOf(Statements - MissingStatements, Statements);

    /// <summary>What is covered of the outcomes.</summary>
    public double OutcomePercent => PercentOf(Outcomes - MissingOutcomes, Outcomes);

    /// <summary>Whether less is covered than is asked for. As in coverage.py, what is rounded to 100 is not enough where all is asked for.</summary>
    /// <param name="least">The least percentage.</param>
    /// <param name="precision">The digits behind the decimal point that count.</param>
    public bool IsBelow(double least, int precision) =>
        least >= 100 ? Percent < 100 : Math.Round(Percent, precision, MidpointRounding.ToEven) < least;

    /// <summary>Adds the numbers of two parts.</summary>
    public static CoverageNumbers operator +(CoverageNumbers left, CoverageNumbers right) => Add(left, right);

    /// <summary>Adds the numbers of two parts.</summary>
    public static CoverageNumbers Add(CoverageNumbers left, CoverageNumbers right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new CoverageNumbers
        {
            Statements = left.Statements + right.Statements,
            MissingStatements = left.MissingStatements + right.MissingStatements,
            ExcludedStatements = left.ExcludedStatements + right.ExcludedStatements,
            Outcomes = left.Outcomes + right.Outcomes,
            MissingOutcomes = left.MissingOutcomes + right.MissingOutcomes,
            PartialOutcomes = left.PartialOutcomes + right.PartialOutcomes,
        };
    }

    private static double PercentOf(int covered, int all) => all == 0 ? 100 : 100.0 * covered / all;
}
