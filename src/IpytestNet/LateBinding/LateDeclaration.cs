using System.Text;
using IpytestNet.Discovery;
using IpytestNet.Hosting;
using IpytestNet.Rewriting;
using IpytestNet.Sessions;

namespace IpytestNet.LateBinding;

/// <summary>
/// Lets code of earlier cells see the newest definitions, as in Python: C# binds a call when it compiles, so functions whose
/// dependencies were defined again are declared again before a run.
/// </summary>
internal static class LateDeclaration
{
    /// <summary>Declares out-of-date functions and test classes again.</summary>
    /// <returns>What the user must know: code that cannot follow, and the cell to run again.</returns>
    public static async Task<IReadOnlyList<string>> RefreshAsync(NotebookSession session)
    {
        var stale = StaleDefinitions.Find(session.Definitions.All(), CanBeDeclaredAgain);
        var again = stale.Where(CanBeDeclaredAgain).ToList();
        var used = new Lazy<IReadOnlySet<string>>(() => UsedNames.OfTests(session));
        var warnings = new List<string>();
        if (again.Count > 0 && session.Host is { } host)
            await DeclareAsync(session, host, again, warnings);
        // Only now is all that they hold newer than they are.
        return
        [
            .. stale
                .Where(definition => !CanBeDeclaredAgain(definition) && used.Value.Contains(definition.Name))
                .Select(definition => StaleType(session, definition)),
            .. warnings,
        ];
    }

    // New instances of a test class are made for every run; of other types there may be instances that cannot change their class.
    private static bool CanBeDeclaredAgain(Definition definition) =>
        definition.Text.Length > 0 && (definition.Kind is DefinitionKind.Function || NotebookTests.IsTestByAttribute(definition));

    private static async Task DeclareAsync(NotebookSession session, INotebookHost host, List<Definition> again, List<string> warnings)
    {
        while (again.Count > 0)
        {
            object? holder = null;
            var order = session.Definitions.NextOrder();
            var token = CellAnchor.Expect(live => holder = live);
            try
            {
                await host.DeclareAsync(Declaration(session, token, again));
                session.Definitions.Replace([.. again.Select(definition => definition with { Holder = holder!, BoundAt = order, Defect = null })]);
                return;
            }
            catch (CompilationException exception)
            {
                CellAnchor.Forget(token);
                var broken = again.Where(definition => exception.Problems.Any(problem => IsIn(problem, definition))).ToList();
                if (broken.Count == 0)
                    broken = again;
                session.Definitions.Replace([.. broken.Select(definition => definition with { Defect = Explain(definition, exception), BoundAt = order })]);
                warnings.AddRange(broken
                    .Where(definition => !NotebookTests.IsTest(definition))
                    .Select(definition => Explain(definition, exception)));
                again = again.Except(broken).ToList();
            }
        }
    }

    private static string Declaration(NotebookSession session, int token, IEnumerable<Definition> definitions)
    {
        var text = new StringBuilder(RegistrationRewriter.Anchor(token)).Append('\n');
        foreach (var definition in definitions)
            text.Append($"#line {definition.Line} \"{definition.Cell}\"\n{definition.Text}\n");
        var syntax = CellSyntax.Parse(text.ToString(), session.Names);
        // Definitions are what the rules of the user made of them.
        return EditComposer.Apply(syntax.Text.ToString(), [new AssertRewriter().Rewrite(syntax)]).Text;
    }

    private static bool IsIn(CompilationProblem problem, Definition definition) =>
        string.Equals(problem.File, definition.Cell, StringComparison.Ordinal)
        && problem.Line >= definition.Line
        && problem.Line <= definition.Line + definition.Text.Count(character => character is '\n');

    private static string Explain(Definition definition, CompilationException exception)
    {
        var problem = exception.Problems.FirstOrDefault(problem => IsIn(problem, definition)) ?? exception.Problems[0];
        return $"{definition.Name} of {definition.Cell} does not compile any more with the newest definitions: {problem.Message.TrimEnd('.')} ({problem.Code}, line {problem.Line}). "
            + $"Mend it and run {definition.Cell} again.";
    }

    private static string StaleType(NotebookSession session, Definition type)
    {
        var changed = type.References
            .SelectMany(session.Definitions.Find)
            .First(dependency => dependency.BoundAt > type.BoundAt && !ReferenceEquals(dependency, type));
        return $"{type.Name} of {type.Cell} still uses the earlier {changed.Name}, which {changed.Cell} has defined again. "
            + $"Run {type.Cell} again, so that {type.Name} sees the newest.";
    }
}
