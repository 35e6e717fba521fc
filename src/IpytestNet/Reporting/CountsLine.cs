namespace IpytestNet.Reporting;

/// <summary>The report's last line: what came of the tests, and how long it took.</summary>
internal sealed class CountsLine(TerminalText terminal, Tally tally)
{
    /// <summary>Writes what came of a run.</summary>
    public void WriteRun(TimeSpan duration, bool withBars)
    {
        var parts = Outcomes();
        Write(parts.Count > 0 ? parts : [new InkedText("no tests ran", Ink.Yellow)], tally.Ink, duration, withBars);
    }

    /// <summary>Writes how many tests were collected where none is to run.</summary>
    public void WriteCollected(TimeSpan duration, bool withBars)
    {
        var ink = tally.Selected > 0 ? Ink.Green : Ink.Yellow;
        Write([new InkedText(Collected(), ink)], ink, duration, withBars);
    }

    private List<InkedText> Outcomes()
    {
        var parts = new List<InkedText>();
        Add(tally.Failed.Count, "failed", Ink.Red);
        Add(tally.Passed, "passed", Ink.Green);
        Add(tally.Skipped, "skipped", Ink.Yellow);
        Add(tally.Deselected, "deselected", Ink.Yellow);
        Add(tally.XFailed, "xfailed", Ink.Yellow);
        Add(tally.XPassed, "xpassed", Ink.Yellow);
        Add(tally.Warnings.Count, tally.Warnings.Count == 1 ? "warning" : "warnings", Ink.Yellow);
        Add(tally.Errors.Count, tally.Errors.Count == 1 ? "error" : "errors", Ink.Red);
        return parts;

        void Add(int count, string noun, Ink ink)
        {
            if (count > 0)
                parts.Add(new InkedText($"{count} {noun}", ink == tally.Ink ? ink.AndBold() : ink));
        }
    }

    private string Collected() => tally switch
    {
        { Collected: 0 } => "no tests collected",
        { Selected: 0 } => $"no tests collected ({tally.Deselected} deselected)",
        { Deselected: 0 } => $"{tally.Selected} {(tally.Selected == 1 ? "test" : "tests")} collected",
        _ => $"{tally.Selected}/{tally.Collected} tests collected ({tally.Deselected} deselected)",
    };

    private void Write(IReadOnlyList<InkedText> parts, Ink ink, TimeSpan duration, bool withBars)
    {
        var line = new List<InkedText>();
        foreach (var part in parts)
        {
            if (line.Count > 0)
                line.Add(", ");
            line.Add(part);
        }

        line.Add(new InkedText($" in {Seconds(duration)}", ink));
        if (withBars)
            terminal.Bar('=', [.. line], ink);
        else
            terminal.Line([.. line]);
    }

    private static string Seconds(TimeSpan duration)
    {
        var seconds = $"{duration.TotalSeconds:F2}s";
        return duration < TimeSpan.FromMinutes(1) ? seconds : $"{seconds} ({(int)duration.TotalHours}:{duration:mm\\:ss})";
    }
}
