using IpytestNet.Execution;
using IpytestNet.Plugins;

namespace IpytestNet.Reports.GitHub;

/// <summary>Shows failures beside the code on GitHub, and a summary of the step; on by default where GitHub Actions runs.</summary>
/// <param name="time">The clock.</param>
/// <param name="environment">Gives the value of an environment variable, or null.</param>
internal sealed class GitHubReport(TimeProvider time, Func<string, string?> environment) : IRecordedReport
{
    private const string On = "--github";
    private const string Off = "--no-github";

    private readonly RunRecord _record = new(time);
    private string _directory = "";
    private string? _summaryPath;
    private string _summaryBefore = "";
    private bool? _isWanted;
    private int _annotated;

    /// <inheritdoc/>
    public string Name => "github";

    /// <inheritdoc/>
    public IReadOnlyList<PluginOption> Options =>
    [
        new(On, null, "Annotate failures for GitHub, and write a step summary; on by default in GitHub Actions.") { Group = FileReport.OptionGroup },
        new(Off, null, "Do not, in GitHub Actions either.") { Group = FileReport.OptionGroup },
    ];

    /// <inheritdoc/>
    public bool IsWanted => _isWanted is true;

    /// <inheritdoc/>
    public void Configure(PluginContext context)
    {
        if (_isWanted is null)
            Begin(context);
        _record.Expect(context);
    }

    /// <inheritdoc/>
    public void Handle(RunMessage message)
    {
        if (!IsWanted)
            return;
        _record.Add(message);
        if (message is RunMessage.Finished)
            WriteSummary();
    }

    /// <inheritdoc/>
    public void Add(RunEntry entry)
    {
        if (!IsWanted)
            return;
        _record.Add(entry);
        if (entry is RunEntry.Ended)
            WriteSummary();
    }

    /// <inheritdoc/>
    public IEnumerable<string> TerminalSummary() => NewAnnotations();

    /// <summary>The annotations of what failed since the last call.</summary>
    public IReadOnlyList<string> NewAnnotations()
    {
        var failures = _record.Results.SelectMany(result => result.Failures, (result, failure) => (result.Test, failure)).ToList();
        var lines = failures.Skip(_annotated).Select(one => Annotation(one.Test, one.failure)).ToList();
        _annotated = failures.Count;
        return lines;
    }

    private void Begin(PluginContext context)
    {
        _directory = context.RootDirectory;
        _isWanted = context.Value(Off) is null && (context.Value(On) is not null || environment("GITHUB_ACTIONS") is "true");
        if (!IsWanted || environment("GITHUB_STEP_SUMMARY") is not { Length: > 0 } path)
            return;
        // The file may hold what the commands before this one in the step have written.
        _summaryPath = path;
        _summaryBefore = File.Exists(path) ? File.ReadAllText(path) : "";
    }

    private void WriteSummary()
    {
        if (_summaryPath is not null)
            File.WriteAllText(_summaryPath, _summaryBefore + StepSummary.Of(_record));
    }

    private string Annotation(TestCase test, FailureDetail failure)
    {
        var name = string.Join('.', [.. test.Classes, test.DisplayName]);
        var what = failure.When is "call" ? name : $"{name} ({failure.When})";
        return failure.Place switch
        {
            { File: var file } place when Path.IsPathRooted(file) => WorkflowCommand.Error(Shown(file), place.Line, what, failure.Message),
            // A line of a cell is no line of the notebook's file, so the title names it.
            { } place => WorkflowCommand.Error(FileOf(test), null, $"{place.File}:{place.Line} {what}", failure.Message),
            _ => WorkflowCommand.Error(FileOf(test), null, what, failure.Message),
        };
    }

    private string? FileOf(TestCase test) =>
        Path.GetExtension(test.Module) is ".dll" ? null : Shown(Path.Combine(_directory, test.Module));

    // GitHub knows files by their path in the repository.
    private string Shown(string path)
    {
        var root = environment("GITHUB_WORKSPACE") is { Length: > 0 } workspace ? workspace : _directory;
        var relative = Path.GetRelativePath(root, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}
