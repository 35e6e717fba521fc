using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>Finds the lines of source to show for a frame.</summary>
/// <param name="sources">Where texts come from; each is read and parsed once.</param>
internal sealed class SourceExcerpts(ISources sources)
{
    // Enough to see a test whole; of a longer function the head and the lines before the failure are shown.
    private const int MaxLines = 25;
    private const int MaxHeadLines = 5;

    private readonly Dictionary<string, ParsedSource?> _parsed = new(StringComparer.Ordinal);

    /// <summary>Gives the function around a frame, from its first line to the end of the failing statement; empty without source.</summary>
    public IReadOnlyList<SourceLine> Function(SourceFrame frame)
    {
        if (Find(frame) is not { } source)
            return [];

        var extent = source.FunctionAround(frame.Line);
        var numbers = Shorten(extent, frame.Line).ToList();
        var indentation = numbers.OfType<int>().Select(source.IndentationOf).Min();
        return [.. numbers.Select(number => number is { } line
            ? new SourceLine(source.Pieces(line, indentation), line == frame.Line)
            : new SourceLine([new InkedText("    ...", Ink.Grey)], IsFailing: false))];
    }

    /// <summary>Gives the one line of a frame without its indentation, or null without source.</summary>
    public SourceLine? Line(SourceFrame frame) =>
        Find(frame) is { } source ? new SourceLine(source.Pieces(frame.Line, source.IndentationOf(frame.Line)), IsFailing: true) : null;

    private ParsedSource? Find(SourceFrame frame)
    {
        if (!_parsed.TryGetValue(frame.File, out var source))
        {
            source = sources.Find(frame.File) is { } text ? ParsedSource.Parse(frame.File, text) : null;
            _parsed.Add(frame.File, source);
        }

        return source is not null && frame.Line >= 1 && frame.Line <= source.LineCount ? source : null;
    }

    // Null stands for the lines that are left out.
    private static IEnumerable<int?> Shorten(FunctionExtent function, int failingLine)
    {
        var headEnd = Math.Min(function.BodyLine, function.FirstLine + MaxHeadLines - 1);
        var tailStart = failingLine - (MaxLines - (headEnd - function.FirstLine + 1)) + 1;
        var isShort = failingLine - function.FirstLine < MaxLines;
        for (var line = function.FirstLine; line <= function.LastLine; line++)
        {
            if (!isShort && line == headEnd + 1)
            {
                yield return null;
                line = Math.Max(line, tailStart);
            }

            yield return line;
        }
    }
}
