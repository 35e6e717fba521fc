using IpytestNet.Fixtures;

namespace IpytestNet.Reporting;

/// <summary>Lists fixtures for <c>--fixtures</c>: who defines them, scope, place, and what they are.</summary>
/// <param name="terminal">What is written to.</param>
/// <param name="showsAll">Whether those whose names begin with an underscore are listed too.</param>
internal sealed class FixtureList(TerminalText terminal, bool showsAll)
{
    /// <summary>Writes the fixtures, those of ipytest first.</summary>
    public void Write(FixtureTable table)
    {
        var shown = table.Visible.Prepend(BuiltInFixtures.Request).Where(fixture => showsAll || !fixture.Name.StartsWith('_'));
        foreach (var origin in shown.GroupBy(fixture => fixture.Origin, StringComparer.Ordinal))
        {
            terminal.Line();
            terminal.Bar('-', $"fixtures defined from {origin.Key}");
            foreach (var fixture in origin.OrderBy(fixture => fixture.Name, StringComparer.OrdinalIgnoreCase))
                Write(fixture);
        }
    }

    private void Write(FixtureDefinition fixture)
    {
        terminal.Write(fixture.Name, Ink.Green);
        if (fixture.Scope is not FixtureScope.Function)
            terminal.Write($" [{fixture.Scope.ToString().ToLowerInvariant()} scope]", Ink.Cyan);
        if (fixture.AutoUse)
            terminal.Write(" [autouse]", Ink.Cyan);
        if (fixture.File is not null)
            terminal.Write($" -- {fixture.Place}", Ink.Yellow);
        terminal.Line();
        var summary = fixture.Defect is { } defect ? $"cannot be used: {defect}" : fixture.Summary is { Length: > 0 } said ? said : "no documentation available";
        terminal.Line($"    {summary}");
        terminal.Line();
    }
}
