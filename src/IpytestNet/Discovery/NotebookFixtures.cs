using System.Reflection;
using IpytestNet.Fixtures;
using IpytestNet.Sessions;

namespace IpytestNet.Discovery;

/// <summary>Finds the fixtures that the tests of a notebook can ask for.</summary>
internal static class NotebookFixtures
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether a function is a fixture.</summary>
    public static bool IsFixture(MethodInfo method) => method.IsDefined(typeof(FixtureAttribute), inherit: false);

    /// <summary>Whether a definition is a fixture.</summary>
    public static bool IsFixture(Definition definition) => definition.Methods.Any(IsFixture);

    /// <summary>Collects them: those of ipytest, of plugins and of the notebook, each hiding those before it by its name.</summary>
    /// <param name="session">The notebook.</param>
    /// <param name="plugins">Objects whose methods may be fixtures.</param>
    public static FixtureTable Find(NotebookSession session, IEnumerable<object> plugins) =>
        new([.. BuiltInFixtures.All, .. plugins.SelectMany(OfPlugin), .. OfConftests(session), .. OfNotebook(session)]);

    private static IEnumerable<FixtureDefinition> OfConftests(NotebookSession session) =>
        from file in session.Conftests.Definitions
        from definition in file.Definitions
        from fixture in Of(session, definition, file.Path)
        select fixture;

    private static IEnumerable<FixtureDefinition> OfNotebook(NotebookSession session) =>
        session.Definitions.Live().SelectMany(definition => Of(session, definition, definition.IsLoaded ? definition.Cell : session.ModuleName));

    private static IEnumerable<FixtureDefinition> OfPlugin(object plugin) => plugin.GetType().GetMethods(All)
        .Where(IsFixture)
        .Select(method => FixtureFunction.Read(
            method, plugin, plugin.GetType().Name, name => throw new MissingMemberException($"a plugin has no variable '{name}'; use Params")));

    private static IEnumerable<FixtureDefinition> Of(NotebookSession session, Definition definition, string origin) => definition.Methods
        .Where(IsFixture)
        .Select(method => FixtureFunction.Read(method, definition.Holder, origin, name => ValueOf(session, name)) with
        {
            Summary = definition.Summary,
            File = definition.Cell,
            Line = definition.Line,
        })
        .Select(fixture => definition.Defect is { } defect ? fixture with { Defect = defect } : fixture);

    private static object? ValueOf(NotebookSession session, string name) => session.Definitions.Find(name) is [var definition, ..]
        ? definition.Read([])
        : throw new MissingMemberException($"the notebook defines no '{name}'");
}
