using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Plugins;

namespace IpytestNet.Reporting;

/// <summary>Writes a run in the shape of pytest's terminal report, while it happens.</summary>
internal sealed class TerminalReport : IPlugin
{
    private readonly ReportStyle _style;
    private readonly TerminalText _terminal;
    private readonly Tally _tally;
    private readonly Progress? _progress;
    private readonly DurationsSection _durations;
    private string? _rootDirectory;
    private bool _hasPostMortem;

    /// <summary>Makes a report that writes to <paramref name="output"/> and flushes it after each test.</summary>
    public TerminalReport(TextWriter output, ReportStyle style)
    {
        _style = style;
        _terminal = new TerminalText(output, style.Width, style.Color);
        _tally = new Tally(style.Options.ReportLetters);
        _progress = MakeProgress();
        _durations = new DurationsSection(style.Options);
    }

    private RunOptions Options => _style.Options;

    private int Verbosity => _style.Options.Verbosity;

    private bool IsSilent => Verbosity <= -2;

    /// <inheritdoc/>
    public void Handle(RunMessage message)
    {
        switch (message)
        {
            case RunMessage.Started started:
                _rootDirectory = started.RootDirectory;
                WriteHeader();
                break;
            case RunMessage.Warning warning:
                _tally.Add(warning);
                break;
            case RunMessage.Collected collected:
                _tally.Add(collected);
                WriteCollected(collected);
                break;
            case RunMessage.TestStarted started:
                _progress?.Start(started.Test);
                break;
            case RunMessage.TestFinished finished:
                _tally.Add(finished);
                _durations.Add(finished);
                // Where nothing could be collected there is no progress to show.
                if (finished.Outcome is not TestOutcome.Errored { When: "collection" } || _tally.Selected > 0)
                    _progress?.Finish(finished);
                if (Options.PostMortem)
                    WritePostMortem();
                break;
            case RunMessage.Finished finished:
                WriteEnd(finished);
                break;
        }
    }

    // pytest shows no percentages beside output that is passed through, as it cannot know the column.
    private Progress? MakeProgress() => Verbosity switch
    {
        <= -2 => null,
        <= 0 => new LetterProgress(_terminal, _tally, !Options.NoCapture, showModule: Verbosity == 0),
        _ => new LineProgress(_terminal, _tally, !Options.NoCapture, showWholeReasons: Verbosity >= 2),
    };

    private void WriteHeader()
    {
        if (Verbosity < 0 || Options.NoHeader)
            return;

        _terminal.Bar('=', "test session starts", Ink.Bold);
        _terminal.Line(_style.Header);
        _terminal.Line($"rootdir: {Path.GetDirectoryName(_style.ConfigFile) ?? _rootDirectory}");
        if (_style.ConfigFile is { } file)
            _terminal.Line($"configfile: {Path.GetFileName(file)}");
        foreach (var line in _style.MoreHeader())
            _terminal.Line(line);
        if (Verbosity > 0)
            _terminal.Write("collecting ... ", Ink.Bold);
        _terminal.Flush();
    }

    private void WriteCollected(RunMessage.Collected collected)
    {
        if (Verbosity >= 0)
        {
            var items = $"collected {_tally.Collected} {(_tally.Collected == 1 ? "item" : "items")}";
            var selection = _tally.Deselected > 0 ? $" / {_tally.Deselected} deselected / {_tally.Selected} selected" : "";
            var errors = collected.Errors > 0 ? $" / {collected.Errors} {(collected.Errors == 1 ? "error" : "errors")}" : "";
            _terminal.Line(items + errors + selection);
        }

        // A list of node ids is often read by programs, so it stays one.
        if (Verbosity >= 0 || (!IsSilent && !Options.CollectOnly))
            WriteNotes(collected.Notes);

        if (Options.CollectOnly)
            WriteCollection(collected);
        _terminal.Flush();
    }

    private void WriteNotes(IReadOnlyList<string> notes)
    {
        foreach (var note in notes)
            _terminal.Line(note);
    }

    private void WriteCollection(RunMessage.Collected collected)
    {
        var tree = new CollectionTree(_terminal, _style.ModuleName);
        if (IsSilent)
            tree.WriteNumbers(collected.Selected);
        else if (Verbosity < 0)
            tree.WriteNodeIds(collected.Selected);
        else if (collected.Selected.Count > 0)
        {
            _terminal.Line();
            tree.WriteTree(collected.Selected);
        }
    }

    private void WriteEnd(RunMessage.Finished finished)
    {
        if (finished.Interrupted is null && _tally.Selected > 0)
            _progress?.End();
        _terminal.EnsureNewLine();
        if (!IsSilent && (Verbosity >= 0 || !_tally.IsBegun))
            _terminal.Line();

        if (!Options.NoSummary)
            WriteSummaries();
        WriteWhyEnded(finished);
        WriteCounts(finished.Duration);
        _terminal.Flush();
    }

    private void WriteSummaries()
    {
        var summary = new ShortSummary(_terminal, Options.ReportLetters, showWholeMessages: Verbosity >= 2);
        if (IsSilent)
            summary.WriteLines(_tally);
        else
            WriteSections(summary);
        foreach (var line in _style.MoreSummary())
            _terminal.Line(line);
    }

    private void WritePostMortem()
    {
        if (_hasPostMortem || (_tally.Failed.Concat(_tally.Errors).FirstOrDefault() is not { } failed))
            return;
        _hasPostMortem = true;
        new PostMortem(_terminal, _style.Prompt).Write(failed, Trace(TracebackStyle.Short));
    }

    private Traceback Trace(TracebackStyle style) => new(_terminal, new SourceExcerpts(_style.Sources), style, _rootDirectory);

    private void WriteSections(ShortSummary summary)
    {
        var traceback = Trace(Options.Traceback);
        var failures = new FailureSection(_terminal, traceback, Options.Traceback, Options.ShowCapture);
        failures.WriteErrors(_tally.Errors);
        failures.WriteFailures(_tally.Failed);
        if (!Options.NoWarnings)
            new WarningsSection(_terminal).Write(_tally.Warnings);
        new PassedSections(_terminal, Options).Write(_tally);
        _durations.Write(_terminal);
        summary.WriteSection(_tally);
    }

    private void WriteWhyEnded(RunMessage.Finished finished)
    {
        if (finished.Stopped is { } reason)
            _terminal.Bar('!', reason, finished.ExitCode is ExitCode.Interrupted ? default : Ink.Red);
        if (finished.Interrupted is { } test)
            _terminal.Bar('!', $"Interrupted while running {test.NodeId}");
        else if (finished is { ExitCode: ExitCode.Interrupted, Stopped: null })
            _terminal.Bar('!', "KeyboardInterrupt");
    }

    private void WriteCounts(TimeSpan duration)
    {
        var counts = new CountsLine(_terminal, _tally);
        if (Options.CollectOnly && IsSilent)
            return;
        if (Options.CollectOnly)
            counts.WriteCollected(duration, withBars: Verbosity >= 0);
        else
            counts.WriteRun(duration, withBars: Verbosity >= 0);
    }
}
