using IpytestNet.Assertions.Conditions;
using IpytestNet.Assertions.Differences;
using IpytestNet.Execution;
using IpytestNet.Hosting;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>Tells how an example failed, in the shape of Python's doctest as pytest shows it.</summary>
internal sealed class FailureTeller(ExampleSet doctest)
{
    private const int MaxLines = 10;
    private const string MismatchKind = "DocTestFailure";

    /// <summary>Tells that an example gave something else than expected.</summary>
    /// <param name="example">The example.</param>
    /// <param name="flags">The flags that it was compared with.</param>
    /// <param name="got">What came.</param>
    /// <param name="thrown">The exception that came in place of another, or null.</param>
    public Failure Mismatch(Example example, DoctestFlags flags, string got, Exception? thrown = null)
    {
        var want = OutputChecker.Trimmed(example.Want!);
        got = OutputChecker.Trimmed(got);
        var told = Told(example, example.Line, MismatchKind, [.. UnifiedDiff.Write(want, got), .. Notes(want, got, flags)], example.LastLine);
        return thrown is null
            ? new Failure([Exception(MismatchKind, UnifiedDiff.InShort(want, got), told)]) { Examples = [told] }
            : FailureReader.Read(thrown) with { Examples = [told] };
    }

    /// <summary>Tells that an example threw, or did not compile.</summary>
    public Failure Thrown(Example example, Exception thrown)
    {
        if (thrown is CompilationException { Problems: [var first, ..] } rejected)
        {
            var lines = rejected.Problems.Select(problem => $"{problem.File}:{problem.Line}: error {problem.Code}: {problem.Message}").ToArray();
            var place = first.File == doctest.File ? first.Line : example.Line;
            var told = Told(example, place, "CompilationError", lines, Math.Max(place, example.Want is null ? place : example.LastLine));
            return new Failure([Exception("CompilationError", $"{first.Code}: {first.Message}", told)]) { Examples = [told] };
        }

        var failure = FailureReader.Read(thrown);
        var line = failure.Exceptions
            .SelectMany(exception => exception.Frames)
            .Where(frame => frame.File == doctest.File && frame.Line >= example.Line && frame.Line <= example.LastLine)
            .Select(frame => frame.Line)
            .FirstOrDefault(example.Line);
        var outermost = failure.Exceptions[0];
        return failure with
        {
            Examples =
            [
                outermost.IsAssertion
                    ? Told(example, line, outermost.TypeName[(outermost.TypeName.LastIndexOf('.') + 1)..], Assertion(outermost), line)
                    : Told(example, line, "UnexpectedException", [.. Unexpected(failure)], example.Want is null ? line : example.LastLine),
            ],
        };
    }

    private FailedExample Told(Example example, int line, string kind, IReadOnlyList<string> how, int lastLine)
    {
        var shown = doctest.Lines.Where(known => known.Number <= lastLine).TakeLast(Math.Max(MaxLines, lastLine - example.Line + 1)).Select(known => $"{known.Number:000} {known.Text}".TrimEnd());
        return new FailedExample(new SourceFrame(doctest.File, line, doctest.Name), kind, [.. shown, .. how]);
    }

    private static FailedException Exception(string type, string message, FailedExample told) =>
        new(type, message, [told.Place], $"{string.Join('\n', told.Lines)}\n\n{told.Place.File}:{told.Place.Line}: {told.Kind}") { IsAssertion = true };

    private static string[] Assertion(FailedException exception) =>
        [.. $"{exception.Message}{(exception.Note is null ? "" : "\n" + exception.Note)}".ReplaceLineEndings("\n").Split('\n').Select(line => $"E   {line}".TrimEnd())];

    private static IEnumerable<string> Unexpected(Failure failure)
    {
        foreach (var (exception, index) in failure.Exceptions.Select((exception, index) => (exception, index)))
        {
            var heading = $"{exception.TypeName}: {exception.Message}{(exception.Note is null ? "" : "\n" + exception.Note)}".ReplaceLineEndings("\n").Split('\n');
            yield return (index == 0 ? "UNEXPECTED EXCEPTION: " : "---> ") + heading[0];
            foreach (var line in heading[1..])
                yield return line;
            foreach (var frame in exception.Frames.Reverse())
                yield return $"   at {frame.Method} in {frame.File}:line {frame.Line}{(frame.Repeats ? " (again and again)" : "")}";
        }
    }

    private static IEnumerable<string> Notes(string want, string got, DoctestFlags flags)
    {
        if (want.Length == 0 || got.Length == 0)
            return [];
        if (!flags.HasFlag(DoctestFlags.NormalizeWhitespace) && OutputChecker.Matches(want, got, flags | DoctestFlags.NormalizeWhitespace))
            return ["note: they differ in white space alone; '// doctest: +NORMALIZE_WHITESPACE' makes it all alike"];
        if (!flags.HasFlag(DoctestFlags.Ellipsis) && OutputChecker.Matches(want, got, flags | DoctestFlags.Ellipsis))
            return ["note: with '// doctest: +ELLIPSIS' the dots stand for any text"];
        return Difference.OfStrings(want, got, StringComparison.Ordinal, Detail.Current).Notes.Select(note => $"note: {note}");
    }
}
