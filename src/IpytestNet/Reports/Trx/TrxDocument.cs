using System.Globalization;
using System.Xml.Linq;
using IpytestNet.Execution;

namespace IpytestNet.Reports.Trx;

/// <summary>Runs in the format of Visual Studio's test results, TeamTest 2010.</summary>
/// <param name="record">The runs.</param>
/// <param name="id">The id of the report.</param>
internal sealed class TrxDocument(RunRecord record, Guid id)
{
    private const string Adapter = "executor://ipytest/1";

    private static readonly XNamespace Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // These three are the same in every file of this format.
    private static readonly Guid UnitTestType = new("13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b");
    private static readonly Guid ResultsNotInAList = new("8c84fa94-04c1-424b-9868-57a2d4851a1d");
    private static readonly Guid AllLoadedResults = new("19431567-8539-422a-85d7-44ee4e166bda");

    private readonly IReadOnlyList<TrxTest> _tests = TrxTest.Of(record.Results);

    /// <summary>Makes the document.</summary>
    public XElement ToXml()
    {
        var start = Time(record.Start);
        return new XElement(
            Ns + "TestRun",
            new XAttribute("id", id),
            new XAttribute("name", $"ipytest@{Environment.MachineName} {start}"),
            new XAttribute("runUser", XmlCharacters.Escape(Environment.UserName)),
            new XElement(
                Ns + "Times",
                new XAttribute("creation", start),
                new XAttribute("queuing", start),
                new XAttribute("start", start),
                new XAttribute("finish", Time(Finish()))),
            new XElement(Ns + "TestSettings", new XAttribute("name", "default"), new XAttribute("id", id)),
            new XElement(Ns + "Results", _tests.Select(Result)),
            new XElement(Ns + "TestDefinitions", _tests.Select(Definition)),
            new XElement(Ns + "TestEntries", _tests.Select(Entry)),
            new XElement(Ns + "TestLists", List("Results Not in a List", ResultsNotInAList), List("All Loaded Results", AllLoadedResults)),
            Summary());
    }

    private static XElement Result(TrxTest test)
    {
        var result = test.Result;
        return new XElement(
            Ns + "UnitTestResult",
            new XAttribute("executionId", test.ExecutionId),
            new XAttribute("testId", test.TestId),
            new XAttribute("testName", Name(result.Test)),
            new XAttribute("computerName", Environment.MachineName),
            new XAttribute("duration", result.Duration.ToString("c", CultureInfo.InvariantCulture)),
            new XAttribute("startTime", Time(result.Start)),
            new XAttribute("endTime", Time(result.Start + result.Duration)),
            new XAttribute("testType", UnitTestType),
            new XAttribute("outcome", OutcomeOf(result)),
            new XAttribute("testListId", ResultsNotInAList),
            new XAttribute("relativeResultsDirectory", test.ExecutionId),
            Output(result));
    }

    private static XElement Definition(TrxTest test) => new(
        Ns + "UnitTest",
        new XAttribute("name", Name(test.Result.Test)),
        new XAttribute("storage", XmlCharacters.Escape(test.Result.Test.Module)),
        new XAttribute("id", test.TestId),
        new XElement(Ns + "Execution", new XAttribute("id", test.ExecutionId)),
        new XElement(
            Ns + "TestMethod",
            new XAttribute("codeBase", XmlCharacters.Escape(test.Result.Test.Module)),
            new XAttribute("adapterTypeName", Adapter),
            new XAttribute("className", XmlCharacters.Escape(ClassName(test.Result.Test))),
            new XAttribute("name", XmlCharacters.Escape(test.Result.Test.DisplayName))));

    private static XElement Entry(TrxTest test) => new(
        Ns + "TestEntry",
        new XAttribute("testId", test.TestId),
        new XAttribute("executionId", test.ExecutionId),
        new XAttribute("testListId", ResultsNotInAList));

    private static XElement List(string name, Guid list) => new(Ns + "TestList", new XAttribute("name", name), new XAttribute("id", list));

    private static XElement? Output(TestResult result)
    {
        XElement?[] parts = [Text("StdOut", result.StandardOutput), Text("StdErr", result.StandardError), ErrorInfo(result)];
        return Array.TrueForAll(parts, part => part is null) ? null : new XElement(Ns + "Output", parts);
    }

    private static XElement? ErrorInfo(TestResult result)
    {
        var failures = result.Failures.ToList();
        if (failures is [])
            return result.Reason.Length > 0 ? new XElement(Ns + "ErrorInfo", Text("Message", result.Reason)) : null;
        return new XElement(
            Ns + "ErrorInfo",
            Text("Message", string.Join("\n\n", failures.Select(Message))),
            Text("StackTrace", string.Join('\n', failures.SelectMany(failure => Frames(failure.Failure)))));
    }

    private static string Message(FailureDetail failure) =>
        failure.When is "call" ? failure.Message : $"failed on {failure.When} with \"{failure.Message}\"";

    // As .NET prints them, innermost call first, so that a click leads to the line.
    private static IEnumerable<string> Frames(Failure failure) =>
        failure.Exceptions.SelectMany(exception => exception.Frames.Reverse()).Select(frame => $"   at {frame.Method} in {frame.File}:line {frame.Line}");

    private static XElement? Text(string name, string text) => text.Length > 0 ? new XElement(Ns + name, XmlCharacters.Escape(text)) : null;

    private static string OutcomeOf(TestResult result) => result.Word switch
    {
        "failed" or "error" => "Failed",
        "skipped" or "xfailed" => "NotExecuted",
        _ => "Passed",
    };

    private static string Name(TestCase test) => XmlCharacters.Escape(string.Join('.', [.. test.Classes, test.DisplayName]));

    private static string ClassName(TestCase test) => string.Join('.', [Path.ChangeExtension(test.Module, null), .. test.Classes]);

    private static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private DateTimeOffset Finish() =>
        record.Runs.Select(run => run.Start + (run.End?.Duration ?? TimeSpan.Zero)).DefaultIfEmpty(record.Start).Max();

    private XElement Summary()
    {
        var passed = Count("Passed");
        var failed = Count("Failed");
        // Names and order are those of the format; a reader misses none of them.
        var counters = new XElement(
            Ns + "Counters",
            Counter("total", _tests.Count),
            Counter("executed", passed + failed),
            Counter("passed", passed),
            Counter("failed", failed),
            Counter("error", 0),
            Counter("timeout", 0),
            Counter("aborted", 0),
            Counter("inconclusive", 0),
            Counter("passedButRunAborted", 0),
            Counter("notRunnable", 0),
            Counter("notExecuted", Count("NotExecuted")),
            Counter("disconnected", 0),
            Counter("warning", 0),
            Counter("completed", 0),
            Counter("inProgress", 0),
            Counter("pending", 0));
        return new XElement(Ns + "ResultSummary", new XAttribute("outcome", failed > 0 ? "Failed" : "Completed"), counters, RunInfos());
    }

    private XElement? RunInfos()
    {
        var warnings = record.Runs
            .SelectMany(run => run.Warnings, (run, warning) => new XElement(
                Ns + "RunInfo",
                new XAttribute("computerName", Environment.MachineName),
                new XAttribute("outcome", "Warning"),
                new XAttribute("timestamp", Time(run.Start)),
                new XElement(Ns + "Text", XmlCharacters.Escape(warning.Text))))
            .ToList();
        return warnings is [] ? null : new XElement(Ns + "RunInfos", warnings);
    }

    private static XAttribute Counter(string name, int count) => new(name, count);

    private int Count(string outcome) => _tests.Count(test => OutcomeOf(test.Result) == outcome);
}
