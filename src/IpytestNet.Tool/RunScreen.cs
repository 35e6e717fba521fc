using IpytestNet.Kernel.Execution;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>Shows the run of notebooks as it goes on: their output as it comes, and on a terminal a line that says where it is.</summary>
internal sealed class RunScreen : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ToolConsole _console;
    private readonly Palette _palette;
    private readonly StatusLine? _status;
    private readonly ITimer? _ticks;
    private bool _isAtLineStart = true;
    private string? _heading;
    private string? _activity;
    private string? _progress;
    private long _activeSince;

    public RunScreen(ToolConsole console, Palette palette)
    {
        _console = console;
        _palette = palette;
        if (!console.IsTerminal)
            return;
        _status = new StatusLine(console.Out, console.Width);
        _ticks = console.Time.CreateTimer(_ => Write(_console.Out, ""), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>Begins a notebook.</summary>
    public void BeginNotebook(string name) => WriteLine(_palette.Dim(TextColumns.Rule(name, _console.Width)));

    /// <summary>Begins a cell; on a terminal its heading waits for its first output.</summary>
    /// <param name="place">The cell, such as <c>In[3]</c>.</param>
    /// <param name="source">Its text.</param>
    /// <param name="activity">What the status says.</param>
    public void BeginCell(string place, string source, string activity)
    {
        var firstLine = Array.Find(source.Split('\n'), line => line.Trim().Length > 0)?.Trim();
        lock (_gate)
        {
            _heading = _palette.Dim(TextColumns.Cut($"{place}  {firstLine}", _console.Width - 1));
            _activity = activity;
            _activeSince = _console.Time.GetTimestamp();
        }
        if (_status is null)
            WriteHeading();
        else
            Write(_console.Out, "");
    }

    /// <summary>Says how far the tests of the cell are, from the next time on that the status is shown: tests may be quick.</summary>
    /// <param name="text">The test that runs and its number; null if none does.</param>
    public void ShowProgress(string? text) => Volatile.Write(ref _progress, text);

    /// <summary>Shows something that the cell put out.</summary>
    public void Show(CellOutput output)
    {
        WriteHeading();
        switch (output)
        {
            case CellOutput.Stream { Name: "stderr", Text: var text }:
                Write(_console.Error, text);
                break;
            case CellOutput.Stream { Text: var text }:
                Write(_console.Out, text);
                break;
            case CellOutput.Displayed { Data.PlainText: var text }:
                WriteLine(text);
                break;
            case CellOutput.Updated { Data.PlainText: var text }:
                WriteLine(text);
                break;
            case CellOutput.Result { Data.PlainText: var text, ExecutionCount: var number }:
                WriteLine($"{_palette.Dim($"Out[{number}]:")}{(text.Contains('\n', StringComparison.Ordinal) ? "\n" : " ")}{text}");
                break;
        }
    }

    /// <summary>Shows what another process has put out, all of it in one piece.</summary>
    /// <param name="output">What came on standard error, and what on standard output.</param>
    public void Pass(IEnumerable<(bool IsError, string Text)> output)
    {
        lock (_gate)
        {
            foreach (var (isError, text) in output)
                Write(isError ? _console.Error : _console.Out, text);
        }
    }

    /// <summary>Says what happens at the moment; null for nothing.</summary>
    public void ShowActivity(string? activity)
    {
        lock (_gate)
        {
            if (_activity is null)
                _activeSince = _console.Time.GetTimestamp();
            _activity = activity is null ? null : TextColumns.Cut(activity, _console.Width - 8);
            _status?.Hide();
        }

        if (_status is not null)
            Write(_console.Out, "");
    }

    /// <summary>Shows how a cell failed.</summary>
    /// <param name="title">Which cell, and whether it was to fail.</param>
    /// <param name="error">What ended it.</param>
    /// <param name="isExpected">Whether the cell was to fail.</param>
    public void ShowFailure(string title, CellError error, bool isExpected)
    {
        WriteHeading();
        WriteLine(isExpected ? _palette.Yellow(title) : _palette.Red(title));
        WriteLine(string.Join('\n', error.Traceback));
    }

    /// <summary>Writes a line of the command's own.</summary>
    public void WriteLine(string text)
    {
        lock (_gate)
        {
            // What a cell printed last may have no line end.
            Write(_console.Out, $"{(_isAtLineStart ? "" : "\n")}{text}\n");
        }
    }

    /// <summary>Ends the cell: the status line goes.</summary>
    public void EndCell()
    {
        lock (_gate)
        {
            _heading = null;
            _activity = null;
            _status?.Hide();
        }
    }

    public void Dispose() => _ticks?.Dispose();

    private void WriteHeading()
    {
        if (Interlocked.Exchange(ref _heading, null) is { } heading)
            WriteLine(heading);
    }

    private void Write(TextWriter writer, string text)
    {
        lock (_gate)
        {
            _status?.Hide();
            writer.Write(text);
            writer.Flush();
            if (text.Length > 0)
                _isAtLineStart = text.EndsWith('\n');
            if (_isAtLineStart && _activity is not null)
                _status?.Show($"{_activity}{(Volatile.Read(ref _progress) is { } progress ? $"  {progress}" : "")}  {_console.Time.GetElapsedTime(_activeSince).TotalSeconds:F0}s", _palette);
        }
    }
}
