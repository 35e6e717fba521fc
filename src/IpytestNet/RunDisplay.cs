using IpytestNet.CommandLine;
using IpytestNet.Coverage.Reports.Html;
using IpytestNet.Coverage.Results;
using IpytestNet.Hosting;
using IpytestNet.Plugins;
using IpytestNet.Reports.Html;

namespace IpytestNet;

/// <summary>Where a run is shown: as text while it goes on, or at its end as a table with that text behind it.</summary>
internal sealed class RunDisplay : IDisposable
{
    private readonly INotebookHost? _host;
    private readonly TextWriter _console;
    private readonly StringWriter? _text;
    private readonly TableReport? _table;
    private bool _isShown;

    private RunDisplay(INotebookHost? host, TextWriter console, bool hasTerminal)
    {
        _host = host;
        _console = console;
        _text = host is null ? null : new StringWriter();
        _table = host is null ? null : new TableReport(TimeProvider.System);
        Output = hasTerminal ? _text ?? console : TextWriter.Null;
    }

    /// <summary>Where the text of the report goes.</summary>
    public TextWriter Output { get; }

    /// <summary>What must hear of the run.</summary>
    public IReadOnlyList<IPlugin> Plugins => _table is null ? [] : [_table];

    /// <summary>Chooses by <c>--display</c>; a table needs a notebook to show it.</summary>
    /// <param name="options">The options of the run.</param>
    /// <param name="host">The notebook's kernel, or null.</param>
    /// <param name="hasTerminal">Whether there is a report in text.</param>
    /// <param name="console">The console.</param>
    public static RunDisplay Of(RunOptions options, INotebookHost? host, bool hasTerminal, TextWriter console) =>
        new(options.Display is DisplayMode.Html ? host : null, console, hasTerminal);

    /// <summary>Shows the table, and below it what was measured.</summary>
    public void Show(CoverageData? coverage)
    {
        _isShown = true;
        if (_table is not null)
            _host?.Display(_text!.ToString().TrimEnd('\n'), _table.ToHtml() + (coverage is null ? "" : CellSources.Html(coverage)));
    }

    /// <summary>Gives what text there is, if the run did not come to its end.</summary>
    public void Dispose()
    {
        if (!_isShown && _text is not null)
            _console.Write(_text.ToString());
    }
}
