using IpytestNet.Execution;

namespace IpytestNet.Fixtures;

/// <summary>Why the fixtures of a test cannot be had, in pytest's words.</summary>
internal static class FixtureProblem
{
    /// <summary>A fixture of the name that is asked for does not exist.</summary>
    public static Failure Missing(FixtureTable table, FixtureParameter parameter, string asker, string? file, int line)
    {
        var available = table.Visible.Select(definition => definition.Name).Order(StringComparer.OrdinalIgnoreCase);
        return At(
            file,
            line,
            asker,
            $"fixture '{parameter.Name}' not found, which {asker} has as a parameter\n"
            + $"available fixtures: {string.Join(", ", available)}\n"
            + "use --fixtures for what they are, write [Fixture] before a function of that name, or [Theory] with data");
    }

    /// <summary>A fixture needs itself.</summary>
    public static Failure Cycle(IEnumerable<FixtureDefinition> path)
    {
        FixtureDefinition[] all = [.. path];
        var last = all[^1];
        return At(last.File, last.Line, last.Name, $"recursive dependency involving fixture '{last.Name}' detected: {string.Join(" -> ", all.Select(one => one.Name))}");
    }

    /// <summary>A fixture needs one that does not live as long.</summary>
    public static Failure Scope(FixtureDefinition asker, FixtureDefinition needed) => At(
        asker.File,
        asker.Line,
        asker.Name,
        $"ScopeMismatch: the {Word(asker.Scope)} scoped fixture '{asker.Name}' needs the {Word(needed.Scope)} scoped fixture '{needed.Name}'"
        + $"{(needed.File is null ? "" : $" of {needed.Place}")}, which does not live as long; widen that scope or narrow this one");

    /// <summary>A fixture cannot be used at all.</summary>
    public static Failure Defect(FixtureDefinition fixture) => At(fixture.File, fixture.Line, fixture.Name, $"fixture '{fixture.Name}' cannot be used: {fixture.Defect}");

    /// <summary>The value of a fixture does not fit the parameter that asks for it.</summary>
    public static Failure Type(FixtureDefinition fixture, FixtureParameter parameter, string asker, string? file, int line, string got) => At(
        file,
        line,
        asker,
        $"fixture '{fixture.Name}'{(fixture.File is null ? "" : $" of {fixture.Place}")} gives {got}, but the parameter '{parameter.Name}' of {asker} "
        + $"is of type {Values.TypeName.Of(parameter.Type)}; change the type of one of them");

    private static string Word(FixtureScope scope) => scope.ToString().ToLowerInvariant();

    private static Failure At(string? file, int line, string name, string message)
    {
        var said = FailureReader.Said(message);
        var exception = said.Exceptions[0] with { TypeName = typeof(FixtureException).FullName! };
        return new Failure([file is null ? exception : exception with { Frames = [new SourceFrame(file, Math.Max(line, 1), name)] }]);
    }
}
