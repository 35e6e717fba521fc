using IpytestNet.Testing.Platform.Log;
using IpytestNet.Testing.Platform.Notebooks;

namespace IpytestNet.Testing.Platform;

/// <summary>Finds or runs the tests of notebooks, as far as they are asked for.</summary>
/// <param name="command">Calls <c>ipytest run</c>.</param>
/// <param name="choices">What the command line asks for.</param>
/// <param name="filter">Which tests the platform asks for.</param>
internal sealed class NotebookRuns(IpytestCommand command, RunChoices choices, NotebookFilter filter)
{
    private const int LinesOfOutput = 20;

    /// <summary>Runs a notebook, or only finds its tests.</summary>
    public async Task<NotebookResult> RunAsync(ListedNotebook notebook, bool onlyFinds, CancellationToken cancellationToken)
    {
        if (onlyFinds)
            return await FindAsync(notebook, cancellationToken);

        IReadOnlyList<LoggedTest> found = [];
        if (filter.NeedsTests)
        {
            var first = await FindAsync(notebook, cancellationToken);
            found = first.Tests;
            if (found is [])
                return first;
        }

        var nodes = filter.NodesOf(notebook, found);
        return ResultOf(notebook, await command.RunAsync(notebook, nodes, choices.Arguments, cancellationToken), nodes, onlyFinds: false);
    }

    private async Task<NotebookResult> FindAsync(ListedNotebook notebook, CancellationToken cancellationToken) =>
        ResultOf(notebook, await command.RunAsync(notebook, [], [.. choices.Arguments, "--collect-only"], cancellationToken), [], onlyFinds: true);

    private NotebookResult ResultOf(ListedNotebook notebook, CommandEnd end, IReadOnlyList<string> nodes, bool onlyFinds)
    {
        var log = NotebookLog.Read(end.Log);
        List<LoggedTest> tests = [.. filter.Of(notebook, [.. log.Tests.Where(test => onlyFinds || test.End is not TestEnd.NotRun)])];
        if ((tests is not [] || !filter.NeedsTests) && !tests.Exists(test => test.IsBad) && Problem(end, log, nodes) is { } problem)
            tests.Add(Whole(end, problem));
        // A test that has only been found bears no error.
        var errors = tests.Where(test => onlyFinds && test.IsBad).Select(test => $"{test.Name}: {test.Failures[0].Message}");
        return new NotebookResult(log, tests, [.. log.Findings.Where(IsNote), .. errors]);
    }

    private static LoggedTest Whole(CommandEnd end, string problem) => new()
    {
        Node = LoggedTest.WholeNotebook,
        Name = LoggedTest.WholeNotebook,
        IsOfNotebook = true,
        End = TestEnd.Errored,
        Failures = [new LoggedFailure("setup", problem, "", [])],
        Start = end.Start,
        Duration = end.Duration,
    };

    // 5: it has no test, or none that is selected, which is no failure of the notebook.
    private static string? Problem(CommandEnd end, NotebookLog log, IReadOnlyList<string> nodes)
    {
        if (end.ExitCode is 0 or 5)
            return null;
        var findings = log.Findings.Where(finding => !IsNote(finding)).ToList();
        if (findings is [] && nodes.Count > 0 && log.Findings.Any(IsNote))
            return null;
        return findings is not [] ? string.Join('\n', findings) : $"expected `ipytest run` to run the notebook, but it ended with exit code {end.ExitCode}:\n{LastLines(end.Output)}";
    }

    private static bool IsNote(string finding) => finding.Contains("warning: ", StringComparison.Ordinal) || finding.StartsWith("not found: ", StringComparison.Ordinal);

    private static string LastLines(string output)
    {
        var lines = output.TrimEnd().Split('\n');
        return string.Join('\n', lines[Math.Max(0, lines.Length - LinesOfOutput)..]);
    }
}
