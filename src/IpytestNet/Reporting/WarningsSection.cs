namespace IpytestNet.Reporting;

/// <summary>Shows what concerns the whole run; the same words are shown once.</summary>
internal sealed class WarningsSection(TerminalText terminal)
{
    public void Write(IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
            return;

        terminal.Bar('=', "warnings summary", Ink.Yellow);
        foreach (var warning in warnings.Distinct(StringComparer.Ordinal))
        {
            terminal.Line(warning.TrimEnd());
            terminal.Line();
        }
    }
}
