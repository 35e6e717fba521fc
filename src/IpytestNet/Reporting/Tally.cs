using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>What has happened so far in a run.</summary>
/// <param name="letters">The letters of <c>-r</c>: passed tests, of which there may be very many, are kept only if they ask for them.</param>
internal sealed class Tally(string letters = "")
{
    private readonly bool _keepsPassed = letters.Contains('p', StringComparison.OrdinalIgnoreCase);
    private readonly List<RunMessage.TestFinished> _notFailed = [];
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly List<FailedTest> _failed = [];
    private readonly List<FailedTest> _errors = [];
    private readonly List<string> _warnings = [];

    /// <summary>The failed tests, in the order in which they ended.</summary>
    public IReadOnlyList<FailedTest> Failed => _failed;

    /// <summary>The errors around tests, in the order in which they came.</summary>
    public IReadOnlyList<FailedTest> Errors => _errors;

    /// <summary>The tests that did not fail, in the order in which they ended; those that passed only if they are asked for.</summary>
    public IReadOnlyList<RunMessage.TestFinished> NotFailed => _notFailed;

    /// <summary>The warnings, in the order in which they came.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public int Passed { get; private set; }

    public int Skipped { get; private set; }

    public int XFailed { get; private set; }

    public int XPassed { get; private set; }

    public int Selected { get; private set; }

    public int Deselected { get; private set; }

    /// <summary>The tests that were found, selected or not.</summary>
    public int Collected => Selected + Deselected;

    /// <summary>Whether any test has ended.</summary>
    public bool IsBegun => _reported.Count > 0;

    /// <summary>Whether every selected test has ended.</summary>
    public bool IsComplete => _reported.Count >= Selected;

    /// <summary>The part of the selected tests that has ended, in per cent.</summary>
    public int Percent => Selected == 0 ? 100 : Math.Min(100, _reported.Count * 100 / Selected);

    /// <summary>The ink of the whole run's state: red once anything failed, yellow for what needs a look, else green.</summary>
    public Ink Ink
    {
        get
        {
            if (_failed.Count + _errors.Count > 0)
                return Ink.Red;
            if (_warnings.Count > 0 || XPassed > 0)
                return Ink.Yellow;
            return Passed > 0 || !IsComplete ? Ink.Green : Ink.Yellow;
        }
    }

    public void Add(RunMessage.Collected collected)
    {
        Selected = collected.Selected.Count;
        Deselected = collected.Deselected;
    }

    public void Add(RunMessage.Warning warning) => _warnings.Add(
        // pytest names the test and indents what is said of it.
        warning.Test is { } test ? $"{test.NodeId}\n  {warning.Text.TrimEnd().Replace("\n", "\n  ", StringComparison.Ordinal)}" : warning.Text);

    public void Add(RunMessage.TestFinished finished)
    {
        _reported.Add(finished.Test.NodeId);
        if (finished.Outcome is TestOutcome.Passed ? _keepsPassed : finished.Outcome is not (TestOutcome.Failed or TestOutcome.Errored))
            _notFailed.Add(finished);
        switch (finished.Outcome)
        {
            case TestOutcome.Passed:
                Passed++;
                break;
            case TestOutcome.Skipped:
                Skipped++;
                break;
            case TestOutcome.XFailed:
                XFailed++;
                break;
            case TestOutcome.XPassed:
                XPassed++;
                break;
            case TestOutcome.Failed failed:
                _failed.Add(new(finished.Test, failed.Failure, "call", finished.StandardOutput, finished.StandardError) { Phases = finished.Phases });
                break;
            case TestOutcome.Errored errored:
                _errors.Add(new(finished.Test, errored.Failure, errored.When, finished.StandardOutput, finished.StandardError) { Phases = finished.Phases });
                break;
        }
    }
}
