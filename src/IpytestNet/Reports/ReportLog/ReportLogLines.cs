using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpytestNet.Execution;

namespace IpytestNet.Reports.ReportLog;

/// <summary>Runs as objects of JSON, with the fields of pytest-reportlog.</summary>
internal static class ReportLogLines
{
    /// <summary>How they are written: each on one line, and readable in any language.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the lines.</summary>
    public static IEnumerable<JsonObject> Of(RunRecord record) => record.Runs.SelectMany(OfRun).Concat(record.Notebooks.Select(Notebook));

    private static IEnumerable<JsonObject> OfRun(ReportedRun run)
    {
        yield return new JsonObject { ["pytest_version"] = $"ipytest {Version}", ["$report_type"] = "SessionStart" };
        foreach (var warning in run.Warnings)
            yield return Warning(warning);
        yield return Collection(run);
        foreach (var line in run.Results.SelectMany(result => Phases(result)))
            yield return line;
        if (run.End is { } end)
            yield return new JsonObject { ["exitstatus"] = (int)end.ExitCode, ["$report_type"] = "SessionFinish" };
    }

    private static string Version { get; } = typeof(ReportLogLines).Assembly.GetName().Version?.ToString(fieldCount: 3) ?? "";

    private static JsonObject Warning(RunMessage.Warning warning) => new()
    {
        ["message"] = warning.Text,
        ["category"] = "IpytestWarning",
        ["when"] = warning.Test is null ? "collect" : "runtest",
        ["nodeid"] = warning.Test?.NodeId ?? "",
        ["location"] = null,
        ["$report_type"] = "WarningMessage",
    };

    private static JsonObject Collection(ReportedRun run) => new()
    {
        ["nodeid"] = run.Module,
        ["outcome"] = "passed",
        ["longrepr"] = null,
        ["result"] = new JsonArray([.. (run.Collected ?? run.Results.Select(result => result.Test)).Select(Item)]),
        ["sections"] = new JsonArray(),
        ["$report_type"] = "CollectReport",
    };

    private static JsonObject Item(TestCase test) => new()
    {
        ["nodeid"] = test.NodeId,
        ["type"] = "Function",
        ["location"] = Location(test),
        ["markers"] = Markers(test),
    };

    private static JsonObject Notebook(ReportedNotebook notebook) => new()
    {
        ["nodeid"] = notebook.Module,
        ["exitstatus"] = (int)notebook.ExitCode,
        ["cells"] = new JsonArray([.. notebook.Cells.Select(Cell)]),
        ["findings"] = new JsonArray([.. notebook.Findings.Select(finding => JsonValue.Create(finding))]),
        ["$report_type"] = "NotebookFinish",
    };

    private static JsonObject Cell(ReportedCell cell) => new()
    {
        ["name"] = cell.Name,
        ["lines"] = new JsonArray([.. cell.Lines.Select(line => JsonValue.Create(line))]),
        ["runs"] = cell.Runs,
        ["raises"] = cell.ExpectsFailure,
    };

    private static JsonArray Location(TestCase test) =>
        new(test.SourceFile ?? test.Module, Math.Max(0, test.SourceLine - 1), string.Join('.', [.. test.Classes, test.DisplayName]));

    private static JsonArray Markers(TestCase test) => new([.. test.Markers.Select(marker => JsonValue.Create(marker))]);

    private static IEnumerable<JsonObject> Phases(TestResult result)
    {
        var sections = new JsonArray();
        var time = result.Start;
        var setup = Duration(result, "setup");
        Section("setup", Output(result, "setup"));
        yield return Phase("setup", setup, result.Outcome is TestOutcome.Errored or TestOutcome.Skipped ? result : null);

        if (result.Outcome is not (TestOutcome.Errored or TestOutcome.Skipped))
        {
            Section("call", (result.CallOutput, result.CallError));
            yield return Phase("call", result.CallDuration, result);
        }

        Section("teardown", Output(result, "teardown"));
        var teardown = Phase("teardown", Duration(result, "teardown"), null);
        if (result.TeardownErrors is [var error, ..])
        {
            teardown["outcome"] = "failed";
            teardown["longrepr"] = LongRepr.Of(error);
        }

        yield return teardown;

        void Section(string when, (string Output, string Error) written)
        {
            if (written.Output.Length > 0)
                sections.Add(new JsonArray($"Captured stdout {when}", written.Output));
            if (written.Error.Length > 0)
                sections.Add(new JsonArray($"Captured stderr {when}", written.Error));
        }

        JsonObject Phase(string when, TimeSpan duration, TestResult? decisive)
        {
            var start = time;
            time += duration;
            return TestReport(result, when, decisive, sections.DeepClone(), start, duration);
        }
    }

    private static JsonObject TestReport(TestResult result, string when, TestResult? decisive, JsonNode sections, DateTimeOffset start, TimeSpan duration)
    {
        var report = new JsonObject
        {
            ["nodeid"] = result.Test.NodeId,
            ["location"] = Location(result.Test),
            ["keywords"] = Keywords(result.Test),
            ["markers"] = Markers(result.Test),
            ["outcome"] = OutcomeOf(decisive?.Outcome),
            ["longrepr"] = decisive is null ? null : LongReprOf(decisive),
            ["when"] = when,
            ["user_properties"] = new JsonArray(),
            ["sections"] = sections,
            ["duration"] = duration.TotalSeconds,
            ["start"] = Seconds(start),
            ["stop"] = Seconds(start + duration),
        };
        if (decisive?.Outcome is TestOutcome.XFailed or TestOutcome.XPassed)
            report["wasxfail"] = decisive.Reason;
        report["$report_type"] = "TestReport";
        return report;
    }

    private static string OutcomeOf(TestOutcome? outcome) => outcome switch
    {
        TestOutcome.Failed or TestOutcome.Errored => "failed",
        TestOutcome.Skipped or TestOutcome.XFailed => "skipped",
        _ => "passed",
    };

    private static JsonNode? LongReprOf(TestResult result) => result.Outcome is TestOutcome.Skipped skipped
        ? new JsonArray(result.Test.SourceFile ?? result.Test.Module, result.Test.SourceLine, $"Skipped: {skipped.Reason}")
        : result.Failure is { } failure ? LongRepr.Of(failure) : null;

    private static JsonObject Keywords(TestCase test)
    {
        var keywords = new JsonObject();
        foreach (var keyword in new[] { test.DisplayName, test.Name, test.Module }.Concat(test.Classes).Concat(test.Markers))
            keywords[keyword] = 1;
        return keywords;
    }

    private static TimeSpan Duration(TestResult result, string phase) =>
        result.Phases.Where(one => one.Name == phase).Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Duration);

    private static (string Output, string Error) Output(TestResult result, string phase)
    {
        var phases = result.Phases.Where(one => one.Name == phase).ToList();
        return (string.Concat(phases.Select(one => one.StandardOutput)), string.Concat(phases.Select(one => one.StandardError)));
    }

    private static double Seconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).TotalSeconds;
}
