using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Plugins;

namespace IpytestNet.Reports;

/// <summary>A report that is written to a file, if its option is given.</summary>
/// <remarks>
/// The first configuration decides where. A report that takes part in further runs adds them, and writes all so far, whole,
/// after each of them.
/// </remarks>
/// <param name="option">The option with the path.</param>
/// <param name="record">What is heard.</param>
internal abstract class FileReport(PluginOption option, RunRecord record) : IRecordedReport
{
    /// <summary>The heading under which the help lists the options of reports.</summary>
    public const string OptionGroup = "reports";

    private ReportFile? _file;
    private bool _isSilent;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<PluginOption> Options => [option];

    /// <inheritdoc/>
    public bool IsWanted => _file is not null;

    /// <summary>The line that says where it is, once it is written.</summary>
    public string Notice => $"generated {What}: {_file?.Path}";

    /// <summary>What it is called in <see cref="Notice"/>.</summary>
    protected abstract string What { get; }

    /// <inheritdoc/>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public void Configure(PluginContext context)
    {
        if (_file is null && context.Value(option.Name) is { } path)
            _file = ReportFile.Open(option.Name, path, context.RootDirectory);
        _isSilent = context.Options.Verbosity < 0;
        record.Expect(context);
    }

    /// <inheritdoc/>
    public void Handle(RunMessage message)
    {
        if (_file is null)
            return;
        record.Add(message);
        if (message is RunMessage.Finished)
            Write();
    }

    /// <inheritdoc/>
    public void Add(RunEntry entry)
    {
        if (_file is null)
            return;
        record.Add(entry);
        if (entry is RunEntry.Ended)
            Write();
    }

    /// <inheritdoc/>
    public IEnumerable<string> TerminalSummary() => _file is null || _isSilent ? [] : [Notice];

    /// <summary>Writes what is known so far; nothing if it is not wanted.</summary>
    public void Write() => _file?.Write(Render(record));

    /// <summary>Makes the text of the file.</summary>
    protected abstract string Render(RunRecord record);
}
