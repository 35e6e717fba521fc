using IpytestNet.CommandLine;
using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>Shows where a failure came from, in the style of <c>--tb</c>.</summary>
/// <param name="terminal">What is written to.</param>
/// <param name="sources">Where the lines of source come from.</param>
/// <param name="style">The style.</param>
/// <param name="rootDirectory">The folder that paths are shown relative to, or null.</param>
internal sealed class Traceback(TerminalText terminal, SourceExcerpts sources, TracebackStyle style, string? rootDirectory)
{
    // Endless recursion leaves thousands of frames, of which the first and the last tell all.
    private const int MaxFrames = 20;
    private const int FramesAtEachEnd = 5;

    /// <summary>Writes the exceptions, causes first.</summary>
    public void Write(FailedTest failed)
    {
        foreach (var example in failed.Failure.Examples)
            WriteExample(example);
        if (failed.Failure.Examples.Count > 0)
            return;
        foreach (var exception in failed.Failure.Exceptions.Reverse())
        {
            if (!ReferenceEquals(exception, failed.Failure.Exceptions[^1]))
                WriteDivider();
            if (style is TracebackStyle.Native || exception.HasNoPlace)
                WriteNative(exception);
            else
                WriteFrames(exception, FramesOf(exception, failed));
        }
    }

    /// <summary>Writes the place and the first line of the message.</summary>
    public void WriteLine(FailedTest failed)
    {
        var cause = failed.Cause;
        var frame = failed.Place;
        var place = frame is null ? failed.Test.NodeId : $"{Path(frame)}:{frame.Line}";
        terminal.Line(cause is null ? place : $"{place}: {ExceptionText.FirstLine(ExceptionText.Describe(cause))}");
    }

    private void WriteExample(FailedExample example)
    {
        foreach (var line in example.Lines)
            terminal.Line(line, line.StartsWith("E ", StringComparison.Ordinal) ? Ink.Red.AndBold() : default);
        terminal.Line();
        WritePlace(example.Place, example.Kind);
    }

    private void WriteDivider()
    {
        terminal.Line();
        terminal.Line("The above exception was the direct cause of the following exception:", Ink.Yellow);
        if (style is TracebackStyle.Native)
            terminal.Line();
    }

    private void WriteNative(FailedException exception) => terminal.Line(exception.NativeTrace.TrimEnd());

    private void WriteFrames(FailedException exception, IReadOnlyList<SourceFrame> frames)
    {
        if (frames.Count == 0)
            WriteWithoutFrames(exception);

        var leftOut = frames.Count > MaxFrames ? frames.Count - (2 * FramesAtEachEnd) : 0;
        for (var index = 0; index < frames.Count; index++)
        {
            if (leftOut > 0 && index == FramesAtEachEnd)
            {
                terminal.Line($"... {leftOut:N0} frames left out; --tb=native shows all ...", Ink.Yellow);
                index += leftOut;
            }

            if (frames[index].Repeats)
                terminal.Line("... the same call again and again ...", Ink.Yellow);
            WriteEntry(frames, index, exception);
        }
    }

    private void WriteWithoutFrames(FailedException exception)
    {
        if (style is not TracebackStyle.Short)
            terminal.Line();
        WriteMessage(exception, "");
    }

    private void WriteEntry(IReadOnlyList<SourceFrame> frames, int index, FailedException exception)
    {
        var thrown = index == frames.Count - 1 ? exception : null;
        var isLong = IsLong(index, frames.Count);
        if (isLong)
            WriteLong(frames[index], thrown);
        else
            WriteShort(frames[index], thrown);

        if (thrown is null && (isLong || IsLong(index + 1, frames.Count)))
            terminal.DashedLine();
    }

    private bool IsLong(int index, int count) => style switch
    {
        TracebackStyle.Long => true,
        TracebackStyle.Auto => index == 0 || index == count - 1,
        _ => false,
    };

    private void WriteLong(SourceFrame frame, FailedException? thrown)
    {
        terminal.Line();
        var excerpt = sources.Function(frame);
        foreach (var line in excerpt)
        {
            terminal.Write(line.IsFailing ? ">   " : line.Text.Length > 0 ? "    " : "");
            terminal.Line([.. line.Pieces]);
        }

        if (thrown is not null)
            WriteMessage(thrown, excerpt.FirstOrDefault(line => line.IsFailing)?.Indentation ?? "");
        if (thrown is not null || excerpt.Count > 0)
            terminal.Line();
        WritePlace(frame, thrown is null ? "" : ExceptionText.ShortName(thrown));
    }

    private void WriteShort(SourceFrame frame, FailedException? thrown)
    {
        WritePlace(frame, $"in {frame.Method}");
        if (sources.Line(frame) is { } line)
        {
            terminal.Write("    ");
            terminal.Line([.. line.Pieces]);
        }

        if (thrown is not null)
            WriteMessage(thrown, "");
    }

    private void WriteMessage(FailedException exception, string indentation)
    {
        var note = exception.Note is null ? [] : ExceptionText.Lines(exception.Note);
        foreach (var line in ExceptionText.Lines(ExceptionText.Describe(exception)).Concat(note))
            terminal.Line($"E   {indentation}{line}".TrimEnd(), Ink.Red.AndBold());
    }

    private void WritePlace(SourceFrame frame, string words)
    {
        terminal.Write(Path(frame), Ink.Red.AndBold());
        terminal.Line($":{frame.Line}: {words}");
    }

    private string Path(SourceFrame frame)
    {
        if (rootDirectory is null || !System.IO.Path.IsPathRooted(frame.File))
            return frame.File;

        var relative = System.IO.Path.GetRelativePath(rootDirectory, frame.File);
        return relative.StartsWith("..", StringComparison.Ordinal) ? frame.File : relative;
    }

    // What fails outside the user's code (a class that cannot be created) is shown where the test is defined.
    private static IReadOnlyList<SourceFrame> FramesOf(FailedException exception, FailedTest failed)
    {
        var isKnown = failed.Failure.Exceptions.Any(one => one.Frames.Count > 0);
        return !isKnown && exception == failed.Failure.Exceptions[0] && failed.Definition is { } definition ? [definition] : exception.Frames;
    }
}
