using IpytestNet.Execution;
using IpytestNet.Hosting;
using IpytestNet.Reporting;

namespace IpytestNet.Kernel.Execution;

/// <summary>Tells the error of a cell as a person reads it.</summary>
internal static class CellFailure
{
    /// <summary>The error of a cell that the user has interrupted.</summary>
    public static CellError Interrupted { get; } = Said("Interrupted", "The cell was interrupted.");

    /// <summary>The error of a cell that does not compile.</summary>
    /// <param name="problems">The compiler's errors.</param>
    /// <param name="sourceOf">Gives the text of a cell or file.</param>
    public static CellError NotCompiled(IReadOnlyList<CompilationProblem> problems, Func<string, string?> sourceOf)
    {
        var lines = new List<string>();
        foreach (var problem in problems)
        {
            lines.Add(problem.ToString());
            if (sourceOf(problem.File)?.Split('\n') is { } source && problem.Line >= 1 && problem.Line <= source.Length)
            {
                var line = source[problem.Line - 1].TrimEnd('\r');
                lines.Add("    " + line);
                lines.Add("    " + Padding(line, problem.Column - 1) + "^");
            }
        }

        return new CellError("CompilationError", problems[0].Message, lines) { Origin = new CellPlace(problems[0].File, problems[0].Line) };
    }

    /// <summary>The error of a cell that threw.</summary>
    public static CellError Thrown(Exception exception)
    {
        var failure = FailureReader.Read(exception);
        var lines = new List<string>();
        for (var i = 0; i < failure.Exceptions.Count; i++)
        {
            var thrown = failure.Exceptions[i];
            lines.AddRange($"{(i == 0 ? "" : "---> ")}{thrown.TypeName}: {thrown.Message}".Split('\n'));
            lines.AddRange(thrown.Note?.Split('\n') ?? []);
            lines.AddRange(Frames(thrown));
        }

        var place = PlaceOf(failure.Exceptions[0]);
        return new CellError(exception.GetType().Name, failure.Exceptions[0].Message, lines) { Place = place, Origin = place };
    }

    /// <summary>The error of a cell that is told in a sentence, such as an unknown magic.</summary>
    public static CellError Said(string name, string message) => new(name, message, [$"{name}: {message}"]);

    private static CellPlace? PlaceOf(FailedException thrown) => thrown.Frames is [.., var innermost] ? new CellPlace(innermost.File, innermost.Line) : null;

    // Innermost first, as .NET prints a trace.
    private static IEnumerable<string> Frames(FailedException thrown) => thrown.Frames
        .Reverse()
        .Select(frame => $"   at {frame.Method} in {frame.File}:line {frame.Line}{(frame.Repeats ? " (again and again)" : "")}");

    // Tabs stay, so that the caret stands under its place.
    private static string Padding(string line, int column) =>
        string.Join('\t', line[..Math.Min(column, line.Length)].Split('\t').Select(part => new string(' ', DisplayWidth.Of(part))));
}
