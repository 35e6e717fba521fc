using IpytestNet.Discovery;
using IpytestNet.Execution;
using IpytestNet.Hosting;
using IpytestNet.Sessions;

namespace IpytestNet.LateBinding;

/// <summary>What the compiler warns of in tests, and in what they use: obsolete members, and tasks that nobody awaits.</summary>
internal static class CompilerWarnings
{
    /// <summary>Makes a message of each warning, with its test if it stands in one.</summary>
    /// <param name="session">The notebook.</param>
    /// <param name="tests">The tests of the run.</param>
    public static IEnumerable<RunMessage.Warning> Find(NotebookSession session, IReadOnlyList<TestCase> tests)
    {
        var warnings = session.CompilerWarnings.DistinctBy(warning => (warning.File, warning.Line, warning.Code)).ToList();
        if (warnings.Count == 0)
            yield break;
        var used = UsedNames.OfTests(session);
        foreach (var definition in session.Definitions.Live().Where(definition => used.Contains(definition.Name) || NotebookFixtures.IsFixture(definition)))
        {
            // One line may hold several definitions.
            foreach (var warning in warnings.Where(warning => IsIn(warning, definition)).ToList())
            {
                warnings.Remove(warning);
                yield return new RunMessage.Warning($"{warning.File}:{warning.Line}: {warning.Code}: {warning.Message}")
                {
                    Test = tests.FirstOrDefault(test => test.Name == definition.Name && test.SourceFile == definition.Cell && test.Classes.Count == 0),
                };
            }
        }
    }

    private static bool IsIn(CompilationProblem warning, Definition definition) =>
        warning.File == definition.Cell
        && warning.Line >= definition.Line
        && warning.Line <= definition.Line + definition.Text.Count(character => character is '\n');
}
