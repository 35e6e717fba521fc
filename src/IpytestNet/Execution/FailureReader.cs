using System.Text.RegularExpressions;
using IpytestNet.Assertions;
using Xunit.Sdk;

namespace IpytestNet.Execution;

/// <summary>Takes down an exception as text: messages, and the frames that are the user's.</summary>
internal static partial class FailureReader
{
    // Endless recursion leaves thousands of frames; both ends tell the story.
    private const int LinesReadAtEachEnd = 200;
    private const int FramesKeptAtEachEnd = 10;
    private const int CallsKeptOfARepetition = 2;

    private static readonly string[] ForeignPrefixes = ["Xunit.", "IpytestNet.", "System.", "Microsoft.", "CellFunctions_", "InvokeStub_"];

    /// <summary>Reads an exception.</summary>
    public static Failure Read(Exception exception)
    {
        var (types, messages, traces, parents, cause) = ExceptionUtility.ExtractMetadata(exception);
        var failure = Read(types, messages, traces, parents, cause, [.. Chain(exception).Zip(types, (link, type) => link.GetType().FullName == type ? ConditionNote.Of(link) : null)]);
        return failure with { Thrown = exception };
    }

    /// <summary>A failure of ours, told in a sentence.</summary>
    public static Failure Said(string message) =>
        new([new FailedException(typeof(InvalidOperationException).FullName!, message, [], message) { IsAssertion = true }]);

    /// <summary>Reads the failure in a message of xUnit.</summary>
    public static Failure Read(IErrorMetadata error, FailureCause cause) =>
        Read(
            error.ExceptionTypes,
            error.Messages,
            error.StackTraces,
            error.ExceptionParentIndices,
            cause,
            [.. error.ExceptionTypes.Zip(error.StackTraces, NotedExceptions.NoteOf)]);

    /// <summary>Gives the user's frames of a trace as .NET prints it, outermost call first; of very many only both ends.</summary>
    public static IReadOnlyList<SourceFrame> Frames(string? trace)
    {
        var lines = (trace ?? "").Split('\n');
        // The text of a trace begins with the innermost call.
        var innermost = lines.Take(LinesReadAtEachEnd).SelectMany(Frame).Take(FramesKeptAtEachEnd).Reverse();
        var outermost = lines.Skip(LinesReadAtEachEnd).TakeLast(LinesReadAtEachEnd).SelectMany(Frame).Reverse().Take(FramesKeptAtEachEnd);
        return lines.Length <= LinesReadAtEachEnd
            ? WithoutRepetition(lines.SelectMany(Frame).Reverse())
            : WithoutRepetition(outermost.Concat(innermost));
    }

    private static List<SourceFrame> WithoutRepetition(IEnumerable<SourceFrame> frames)
    {
        var kept = new List<SourceFrame>();
        foreach (var frame in frames)
        {
            if (kept.Count >= CallsKeptOfARepetition && kept.TakeLast(CallsKeptOfARepetition).All(last => last with { Repeats = false } == frame))
                kept[^1] = frame with { Repeats = true };
            else
                kept.Add(frame);
        }

        return kept;
    }

    private static IEnumerable<SourceFrame> Frame(string line)
    {
        var match = FramePattern().Match(line);
        var method = match.Groups["method"].Value;
        return match.Success && !IsForeign(line)
            ? [new SourceFrame(match.Groups["file"].Value, int.Parse(match.Groups["line"].Value), CompilerNames.MethodOf(method))]
            : [];
    }

    private static bool IsForeign(string line)
    {
        var call = line.TrimStart();
        return call.StartsWith("at ", StringComparison.Ordinal)
            ? Array.Exists(ForeignPrefixes, prefix => call.AsSpan(3).StartsWith(prefix))
            : call.StartsWith("---", StringComparison.Ordinal);
    }

    private static string WithoutForeignFrames(string trace)
    {
        var lines = trace.Split('\n');
        var shown = lines.Length <= 2 * LinesReadAtEachEnd
            ? lines
            : [.. lines.Take(LinesReadAtEachEnd), $"   ... {lines.Length - (2 * LinesReadAtEachEnd)} frames left out", .. lines.TakeLast(LinesReadAtEachEnd)];
        return string.Join('\n', shown.Where(line => !IsForeign(line)).Select(line => CompilerNames.Strip(line.TrimEnd('\r'))));
    }

    /// <summary>Lists an exception and its causes; in xUnit's lists too a cause follows at once on what it caused.</summary>
    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var link = exception; link is not null; link = link is AggregateException several ? several.InnerExceptions.FirstOrDefault() : link.InnerException)
            yield return link;
    }

    private static Failure Read(string?[] types, string[] messages, string?[] traces, int[] parents, FailureCause cause, string?[] notes)
    {
        var exceptions = new List<FailedException>();
        // Of several inner exceptions only the first is a cause; the message of the outer one names them all.
        for (var i = types.Length > 0 ? 0 : -1; i >= 0; i = Array.IndexOf(parents, i))
        {
            var type = CompilerNames.TypeOf(types[i] ?? "System.Exception");
            var message = CompilerNames.Strip(messages[i].TrimEnd());
            var note = notes.ElementAtOrDefault(i) is { } text ? CompilerNames.Strip(text) : null;
            var said = note is null ? message : $"{message}\n{note}";
            exceptions.Add(new FailedException(type, message, Frames(traces[i]), $"{type}: {said}\n{WithoutForeignFrames(traces[i] ?? "")}")
            {
                IsAssertion = (i == 0 && cause is FailureCause.Assertion) || IsAssertion(type),
                Note = note,
                RuntimeTypeName = types[i],
            });
        }

        return new Failure(exceptions);
    }

    private static bool IsAssertion(string type) =>
        type.StartsWith("Xunit.Sdk.", StringComparison.Ordinal) || type == typeof(AssertionException).FullName;

    [GeneratedRegex(@"^\s*at (?<method>.+?) in (?<file>.+):line (?<line>\d+)\s*$")]
    private static partial Regex FramePattern();
}
