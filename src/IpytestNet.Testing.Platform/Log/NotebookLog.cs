using System.Text.Json.Nodes;

namespace IpytestNet.Testing.Platform.Log;

/// <summary>What <c>ipytest run --report-log</c> tells of one notebook.</summary>
internal sealed class NotebookLog
{
    private readonly Dictionary<string, LoggedTest> _tests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<int>> _lines = new(StringComparer.Ordinal);
    private readonly List<string?> _raising = [];
    private readonly List<JsonNode> _reports = [];

    private NotebookLog(IReadOnlyList<JsonNode> records)
    {
        foreach (var record in records.Where(record => TypeOf(record) is "NotebookFinish"))
            AddNotebook(record);
        var run = -1;
        foreach (var record in records)
        {
            switch (TypeOf(record))
            {
                case "SessionStart":
                    run++;
                    break;
                case "CollectReport":
                    foreach (var item in record["result"]!.AsArray())
                        Merge(TestRecords.Collected(item!));
                    break;
                case "TestReport" when record["when"]!.GetValue<string>() is "setup":
                    _reports.Clear();
                    _reports.Add(record);
                    break;
                case "TestReport":
                    _reports.Add(record);
                    if (record["when"]!.GetValue<string>() is "teardown")
                        Merge(AsExpected(TestRecords.Ended(_reports), run < _raising.Count ? _raising[run] : null));
                    break;
            }
        }
    }

    /// <summary>The tests that were found, and the cells that went wrong, in their order; each once, however often it ran.</summary>
    public IReadOnlyCollection<LoggedTest> Tests => _tests.Values;

    /// <summary>What speaks against the notebook, a line each.</summary>
    public IReadOnlyList<string> Findings { get; private set; } = [];

    /// <summary>Reads a log.</summary>
    public static NotebookLog Read(string text) =>
        new([.. text.Split('\n').Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!)]);

    /// <summary>Gives the line of the notebook's file (1-based) of a line in a cell, or null if it is no cell, or not known.</summary>
    public int? LineInFile(LoggedPlace place) =>
        _lines.TryGetValue(place.File, out var lines) && lines is not [] ? lines[Math.Clamp(place.Line - 1, 0, lines.Count - 1)] : null;

    private static string TypeOf(JsonNode record) => record["$report_type"]!.GetValue<string>();

    private void AddNotebook(JsonNode record)
    {
        Findings = [.. record["findings"]!.AsArray().Select(finding => finding!.GetValue<string>())];
        foreach (var cell in record["cells"]!.AsArray())
        {
            var name = cell!["name"]!.GetValue<string>();
            _lines[name] = [.. cell["lines"]!.AsArray().Select(line => line!.GetValue<int>())];
            _raising.AddRange(Enumerable.Repeat(cell["raises"]!.GetValue<bool>() ? name : null, cell["runs"]!.GetValue<int>()));
        }
    }

    // A failure in a cell that is tagged for it is what its author wants to show.
    private static LoggedTest AsExpected(LoggedTest test, string? raisingCell) => test.IsBad && raisingCell is not null
        ? test with { End = TestEnd.Skipped, Reason = $"failed as expected: {raisingCell} is tagged raises-exception", Failures = [] }
        : test;

    private void Merge(LoggedTest test)
    {
        if (!_tests.TryGetValue(test.Node, out var known) || test.End >= known.End)
            _tests[test.Node] = test;
    }
}
